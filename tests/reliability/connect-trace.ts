import { readFile } from 'node:fs/promises';

import { strace } from './strace.ts';

/** The command to put in front of a program, so that every address it sends anything to is written into `trace`. */
export function tracingConnections(trace: string): readonly string[] {
  if (!strace) return [];
  // The program keeps its own process number, and its descriptors stay open until the trace is whole.
  const form = ['-D', '-f', '-qqq', '-s', '0', '--seccomp-bpf'];
  return [strace, ...form, '-e', 'trace=connect,sendto,sendmsg,sendmmsg', '-o', trace];
}

/** Addresses of the internet in a trace, this machine's own among them. */
export async function addressesIn(trace: string): Promise<readonly string[]> {
  const text = await readFile(trace, 'utf8');
  return [...text.matchAll(/inet_addr\("([^"]*)"\)|inet_pton\(AF_INET6, "([^"]*)"/g)].map(
    ([, four, six]) => four ?? six ?? '',
  );
}

export function isLoopback(address: string): boolean {
  return /^(?:::ffff:)?127\.|^::1$/.test(address);
}
