import { type BrowserContext, chromium, type Page } from 'playwright-core';

/** Chromium asks its maker for updates and settings unless told not to; tests allow no request elsewhere. */
const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** A real browser with an empty profile that remembers everything that went wrong in its pages. */
export interface TestBrowser {
  readonly context: BrowserContext;
  newPage(): Promise<Page>;
  /** Takes what was expected to go wrong from the list; throws when nothing of the kind did. */
  forgive(pattern: RegExp): void;
  /** Closes it. Throws with all that went wrong: errors, console errors, refused content, requests to other hosts. */
  close(): Promise<void>;
}

/** Opens the Chromium that CLAIMGRAPH_TEST_CHROMIUM names, else Debian's. */
export async function openBrowser(
  options: Parameters<Awaited<ReturnType<typeof chromium.launch>>['newContext']>[0] = {},
): Promise<TestBrowser> {
  const executablePath = process.env['CLAIMGRAPH_TEST_CHROMIUM'] ?? '/usr/bin/chromium';
  const browser = await chromium.launch({ executablePath, args: flags });
  const context = await browser.newContext(options);
  let problems: string[] = [];
  context.on('console', (message) => {
    if (message.type() === 'error') problems.push(`console: ${message.text()}`);
  });
  context.on('weberror', (error) => problems.push(`page: ${error.error().message}`));
  context.on('request', (request) => {
    const url = new URL(request.url());
    const local = ['127.0.0.1', 'localhost', '[::1]'].includes(url.hostname);
    if (/^(?:https?|wss?):$/.test(url.protocol) && !local)
      problems.push(`request to another host: ${url.href}`);
  });
  return {
    context,
    newPage: () => context.newPage(),
    forgive: (pattern) => {
      const kept = problems.filter((problem) => !pattern.test(problem));
      if (kept.length === problems.length) throw new Error(`Nothing went wrong like ${String(pattern)}.`);
      problems = kept;
    },
    close: async () => {
      await browser.close();
      if (problems.length > 0) throw new Error(`In the browser:\n${problems.join('\n')}`);
    },
  };
}
