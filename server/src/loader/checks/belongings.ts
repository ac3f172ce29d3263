import { spanOf, spanOfText } from '../loaded-article.ts';
import type { LoadedArticle } from '../loaded-article.ts';
import type { ScriptString } from '../prepared-script.ts';
import type { Finding } from '../script-problem.ts';
import type { Check } from './check.ts';

/** A script makes entities, its article, its mentions and its claims; what belongs to another article stays as it is. */
export const belongings: Check = {
  name: 'belongings',
  find: (loaded) => [...strays(loaded), ...claimsOfOthers(loaded), ...articlesOfOthers(loaded)],
};

function strays({ stray, prepared, article }: LoadedArticle): readonly Finding[] {
  const at = spanOfText(prepared, article);
  const findings: Finding[] = [];
  if (stray.nodes > 0) {
    findings.push({
      ...at,
      code: 'VALUE',
      message: `The script makes nodes (${stray.nodes}) that are no entities or articles with an id of their own.`,
      hint: "Make every node with its id written out: MERGE (e:Entity {id: 'ana-ruiz'}) SET e:Person, e += {name: ...};",
    });
  }
  if (stray.relations !== 0) {
    findings.push({
      ...at,
      code: 'CLAIM_ID',
      message: `The script makes or takes relations (${Math.abs(stray.relations)}) that are neither its own claims nor its mentions.`,
      hint: `A script writes relations of its own article alone: claims with an id "${article}/...", and MENTIONS from its Article to entities.`,
    });
  }
  return findings;
}

/** An id that is put together or comes out of a list would let a statement reach it. */
function claimsOfOthers({ prepared, article }: LoadedArticle): readonly Finding[] {
  return prepared.strings
    .filter(({ value, isId }) => !isId && /^\d{4}-\d{2}-\d{2}-[a-z0-9-]+\/[a-z0-9-]+$/.test(value))
    .filter(({ value }) => !value.startsWith(`${article}/`))
    .filter((string) => !isDisputed(string, prepared.script.text))
    .map((string) => ({
      ...spanOf(string),
      code: 'CLAIM_ID',
      message: `"${string.value}" is a claim of another article.`,
      hint: 'Name it in disputes, or inside the sentence of a note; a script makes claims of its own article alone.',
    }));
}

/** It stands behind `disputes:`, alone or in its list. */
function isDisputed({ token, statement }: ScriptString, text: string): boolean {
  const before = text.slice(statement.offset, token.start);
  return /\bdisputes\s*:\s*(?:\[(?:\s*(?:'[^']*'|"[^"]*")\s*,)*\s*)?$/.test(before);
}

function articlesOfOthers({ rewritten, prepared }: LoadedArticle): readonly Finding[] {
  return rewritten.map(({ article, property }) => ({
    ...spanOfText(prepared, article),
    code: 'ARTICLE',
    message: `The script changes ${property} of "${article}", which has a script of its own.`,
    hint: `MERGE (b:Article {id: '${article}'}) is enough; change ${property} in the script of that article.`,
  }));
}
