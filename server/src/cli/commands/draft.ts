import { existsSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';

import { type Known, knownEntities } from '../../app/known-entities.ts';
import { readVocabulary } from '../../app/read-vocabulary.ts';
import { readEnvironment, readSettings } from '../../app/settings.ts';
import { workspace } from '../../app/workspace.ts';
import type { Draft } from '../../loader/draft/draft-script.ts';
import type { DraftSummary } from '../../loader/draft/summary.ts';
import type { Script } from '../../loader/script.ts';
import type { CliCommand } from '../command.ts';
import { exitCodes } from '../exit-code.ts';
import type { ExitCode } from '../exit-code.ts';
import { teach } from '../help.ts';
import { writeWhole } from '../output-file.ts';
import { readGiven } from '../read-given.ts';
import { type CommonOptions, runCommand } from '../run-command.ts';
import { harmless } from '../screen.ts';
import type { Screen } from '../screen.ts';
import { WrongUseError } from '../wrong-use.ts';

interface Options extends CommonOptions {
  readonly title?: string;
  readonly publisher?: string;
  readonly url?: string;
  readonly published?: string;
  readonly name?: string;
  readonly out?: string;
  readonly stdout?: boolean;
  readonly force?: boolean;
}

export const draft: CliCommand = {
  name: 'draft',
  register: (program) => {
    const command = program
      .command('draft')
      .description('Make a first script of an article from its raw text, for you to go through.')
      .argument('<file>', 'the text, best named YYYY-MM-DD-some-words.txt; - for standard input')
      .option('--title <text>', 'title of the article, if it has one')
      .option('--publisher <name>', 'outlet as printed')
      .option('--url <url>', 'where it was published')
      .option('--published <date>', 'day of publication, YYYY-MM-DD; otherwise from the name')
      .option('--name <name>', 'what the text from standard input is called')
      .option('--out <file>', 'where the script goes; <article-id>.cypher beside the text unless given')
      .option('--stdout', 'write the script to standard output, and the summary to standard error')
      .option('--force', 'replace a file that is there');
    teach(command, {
      about: `Finds people, organizations, places, dates, unnamed sources and quotations with their likely speakers, links
them to the entities that the graph knows, and proposes a claim where a sentence ties two of them. It works
offline, and gives the same script for the same text. All of it is a proposal: what the text does not decide
is left open and marked, every claim and every new entity carries "unreviewed: true", and load refuses them
until you have been through it and taken the mark away. docs/drafting.md says how much to expect.
Where no store can be opened, known entities come from the scripts of cypher/.`,
      onError: 'No file is written, and one that is there is never replaced without --force.',
      examples: [
        [
          'claimgraph draft 2026-02-14-some-words.txt --publisher "The Daily"',
          '2026-02-14-some-words.cypher beside it',
        ],
        [
          'claimgraph draft text.txt --published 2026-02-14 --out drafts/2026-02-14-port.cypher',
          'another name',
        ],
        ['pbpaste | claimgraph draft - --name 2026-02-14-port.txt --stdout | less', 'a look at it'],
      ],
      exitCodes: {
        0: 'the script was written',
        1: 'the text cannot be read',
        2: 'no date, or the file is there already',
      },
      json: `{"command":"draft","article":"2026-02-14-port","file":"...","known":"graph","summary":{"entities":{"linked",
"proposed","unsure"},"quotations":{...},"dates":3,"claims":{"typed","open","unsure"},"sentences":{...}},
"exitCode":0}; with --stdout "file" is null and "script" holds the script.`,
    }).action(async (file: string, options: Options) =>
      runCommand('draft', options, async (screen) => run(file, options, screen)),
    );
  },
};

async function run(file: string, options: Options, screen: Screen): Promise<ExitCode> {
  const { title = null, publisher = null, url = null, published: publishedAt = null } = options;
  const settings = readSettings(readEnvironment());
  const folders = workspace();
  const text = await readText(file, options, screen);
  const vocabulary = await readVocabulary(folders.cypher);
  const [known, { draftScript }] = await Promise.all([
    knownEntities(settings, { folders, vocabulary }),
    import('../../loader/draft/draft-script.ts'),
  ]);
  const made = draftScript(text.text, {
    file: text.file,
    title,
    publisher,
    url,
    publishedAt,
    known: known.entities,
    vocabulary,
  });
  const { article, summary, script } = made;
  const source = known.storeError ? 'scripts' : 'graph';
  if (options.stdout) {
    if (!options.json) await screen.text(script);
    summaryLines(made, known).forEach(screen.err);
    screen.document({ article, file: null, known: source, summary, script, exitCode: exitCodes.ok });
    return exitCodes.ok;
  }
  const out = options.out ?? join(file === '-' ? '.' : dirname(file), `${article}.cypher`);
  await writeDraft(out, script, options.force ?? false);
  screen.out(`${screen.colors.green('drafted')}    ${harmless(out)}`);
  [...summaryLines(made, known), '', ...nextSteps(out)].forEach(screen.out);
  screen.document({ article, file: out, known: source, summary, exitCode: exitCodes.ok });
  return exitCodes.ok;
}

async function readText(file: string, { name }: Options, screen: Screen): Promise<Script> {
  if (file !== '-' && existsSync(file) && statSync(file).isDirectory()) {
    throw new WrongUseError(`${file} is a folder. A draft is made of one text: name its file.`);
  }
  const [text, ...more] = await readGiven([file], name === undefined ? {} : { name }, screen);
  if (!text || more.length > 0) {
    throw new WrongUseError(`${file} names ${1 + more.length} files. A draft is made of one text.`);
  }
  return text;
}

async function writeDraft(out: string, script: string, force: boolean): Promise<void> {
  if (existsSync(out) && !force) {
    throw new WrongUseError(
      `${out} is there already. Name another file with --out, or replace it with --force: what you changed in it would be gone.`,
    );
  }
  await writeWhole(out, async (write) => write(script));
}

function summaryLines({ summary }: Draft, { storeError }: Known): readonly string[] {
  const { entities, quotations, dates, claims, sentences }: DraftSummary = summary;
  const from = storeError ? 'known to the scripts of cypher/' : 'known to the graph';
  const lines = [
    `entities:   ${entities.linked} ${from}, ${entities.proposed} proposed; ${entities.unsure} unsure`,
    `quotations: ${quotations.withSpeaker} with a likely speaker, ${quotations.withoutSpeaker} without`,
    `dates:      ${dates}`,
    `claims:     ${claims.typed} with a type, ${claims.open} to be given one; ${claims.unsure} unsure`,
    `sentences:  ${sentences.total}, of which ${sentences.withoutClaim} without a claim: read them with care`,
    ...(storeError ? [`note: the store could not be asked. ${harmless(storeError.message)}`] : []),
  ];
  return lines.map((line) => `           ${line}`);
}

function nextSteps(out: string): readonly string[] {
  const file = harmless(out);
  return [
    'Nothing of it is loaded. Go through the script from top to bottom: mend or delete what is wrong, give open',
    `claims their type, and take every "unreviewed: true" away that you agree with. Then:`,
    `  claimgraph check ${file}`,
    `  claimgraph load --dry-run ${file}`,
    `  claimgraph load ${file}`,
  ];
}
