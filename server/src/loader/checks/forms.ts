import type { StoreMap } from '../../store/values.ts';
import { spanInClaim, spanOfText } from '../loaded-article.ts';
import type { ScriptSpan } from '../loaded-article.ts';
import type { Finding } from '../script-problem.ts';
import type { Check } from './check.ts';

const texts = 'name description title publisher outlet url basedOn prefix dateText note'.split(' ');
const lists = ['aliases', 'disputes'];

/** Properties that mean something are of the kind that is read: a text where a list belongs would be passed over. */
export const forms: Check = {
  name: 'forms',
  find: (loaded) => [
    ...loaded.claims.flatMap((claim) => formFindings(claim.properties, spanInClaim(loaded, claim, null))),
    ...Array.from(loaded.nodes).flatMap(([id, { properties }]) =>
      formFindings(properties, spanOfText(loaded.prepared, id)),
    ),
  ],
};

function formFindings(properties: StoreMap, at: ScriptSpan): readonly Finding[] {
  const wrongTexts = texts.filter((name) => typeof (properties[name] ?? '') !== 'string');
  const wrongLists = lists.filter((name) => !isListOfTexts(properties[name] ?? []));
  return [
    ...wrongTexts.map((name) => ({
      ...at,
      code: 'VALUE' as const,
      message: `${name} is not a text.`,
      hint: `Write ${name}: '...'.`,
    })),
    ...wrongLists.map((name) => ({
      ...at,
      code: 'VALUE' as const,
      message: `${name} is not a list of texts.`,
      hint: `Write ${name}: ['...', '...'].`,
    })),
  ];
}

function isListOfTexts(value: unknown): boolean {
  return Array.isArray(value) && value.every((item) => typeof item === 'string');
}
