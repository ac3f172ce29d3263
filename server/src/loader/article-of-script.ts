import { stringValue } from '../lib/cypher-lexer.ts';
import { articleId } from '../model/ids.ts';
import type { ArticleId } from '../model/ids.ts';
import { lineIndex } from './line-index.ts';
import type { PreparedStatement } from './prepared-script.ts';
import type { Finding } from './script-problem.ts';
import { stringsOf } from './script-strings.ts';
import { scriptName } from './script.ts';
import type { Script } from './script.ts';
import { partsOf } from './splitter.ts';
import type { Part } from './splitter.ts';

const datedName = /^\d{4}-\d{2}-\d{2}-[a-z0-9-]+$/;
const articleLabel = /:\s*(?:Article\b|`Article`)/;

/** A script is an article's if its name says so, or if it makes an Article with its name as the id. */
export function articleOfScript(script: Script): ArticleId | null {
  const name = scriptName(script);
  const named = datedName.test(name) || /(?:^|\/)articles\/[^/]+$/.test(script.path);
  return named || makesArticle(script, name) ? articleId(name) : null;
}

function makesArticle({ text }: Script, name: string): boolean {
  // Reading a long graph once more is spared wherever these words do not stand in it at all.
  if (!articleLabel.test(text) || !text.includes(name)) return false;
  for (const { statement, tokens } of partsOf(text, { lines: lineIndex(text), problems: [] })) {
    if (!articleLabel.test(statement)) continue;
    const isName = tokens.some(
      ({ kind, start, end }) => kind === 'string' && stringValue(text.slice(start, end)) === name,
    );
    if (isName) return true;
  }
  return false;
}

/** An Article made by a script of another name would go unchecked. Null if the statement makes none. */
export function misnamedArticle(part: Part, statement: PreparedStatement, text: string): Finding | null {
  if (!/^(?:MERGE|CREATE)\b/i.test(part.statement) || !articleLabel.test(part.statement)) return null;
  const dated = stringsOf(part, statement, text).find(({ value, isId }) => isId && datedName.test(value));
  if (!dated) return null;
  const { start, end } = dated.token;
  return {
    code: 'ARTICLE',
    message: `This makes the article "${dated.value}", but the script has another name.`,
    hint: `Name the file after its article: ${dated.value}.cypher. Then its claims can be checked and replaced.`,
    offset: start,
    length: end - start,
  };
}
