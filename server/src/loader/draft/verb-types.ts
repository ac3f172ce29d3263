import { mayStandAt } from '../../model/vocabulary.ts';
import type { Vocabulary } from '../../model/vocabulary.ts';
import { canSpeak } from './can-speak.ts';
import type { ProposedEntity } from './proposal.ts';

/** What a verb says of its subject and its object, in the vocabulary's words. */
interface VerbType {
  readonly type: string;
  /** The object comes first: "employs" is WORKS_FOR read backwards. */
  readonly isReversed: boolean;
}

/**
 * Verbs that leave no doubt, in their dictionary form, some with the word that must follow. `<` reads
 * backwards. The first type whose ends the vocabulary allows is taken.
 */
const table = `
meet, meet with, greet, receive, hold meeting with, hold talks with: MET
visit, travel to, fly to, drive to, arrive in: VISITED
lead, head, chair: LEADS
edit: LEADS
run, control, own, dominate: CONTROLS
operate: OPERATES
join, belong to: MEMBER_OF
work for: WORKS_FOR
employ, hire: <WORKS_FOR
back, support, help, assist: SUPPORTS
endorse, praise, thank, applaud, welcome: ENDORSES
oppose, protest against, resist, push against, campaign against, dispute: OPPOSES
criticize, criticise, condemn, denounce, rebuke, blast: CRITICIZES
accuse, blame, charge: ACCUSES
threaten: THREATENS
attack, invade, bomb, shell, raid: ATTACKED TARGETS
target, search, investigate: TARGETS
overthrow, oust, topple, depose: OVERTHREW
sanction: SANCTIONS
supply, arm, fund, finance: SUPPLIES SUPPORTS
cut: CUTS_OFF
establish, open, reopen, build, found, set up: ESTABLISHES
send, dispatch, deploy: SENDS
tell, inform, brief, warn: TOLD
ask, question, interview: ASKED
order, instruct, command: GIVES_ORDERS_TO
defy, disobey: REJECTS_ORDERS_OF
urge, call on: DEMANDS_OF
protect, guard, secure, shield: PROTECTS SUPPORTS
defend: SUPPORTS
cooperate with, collaborate with, work with: COOPERATES_WITH
engage with, liaise with: LIAISES_WITH
infiltrate, penetrate: INFILTRATED
cultivate, court: CULTIVATES
influence, shape: INFLUENCES
publish: PUBLISHED
attend: PARTICIPATED_IN
conduct, launch: CONDUCTED
cause, trigger: CAUSED
comment on: COMMENTED_ON
succeed, replace: <PRECEDES
resemble: RESEMBLES
`;

const byVerb: ReadonlyMap<string, readonly VerbType[]> = new Map(
  table
    .trim()
    .split('\n')
    .flatMap((line) => {
      const [verbs = '', types = ''] = line.split(': ');
      const read = types
        .split(' ')
        .map((type) => ({ type: type.replace('<', ''), isReversed: type.startsWith('<') }));
      return verbs.split(', ').map((verb) => [verb, read] as const);
    }),
);

/** Where no verb decides: what two kinds of ends are most often to each other, most telling first. */
const likely = [
  'LEADS', 'WORKS_FOR', 'MEMBER_OF', 'MET', 'VISITED', 'LOCATED_IN', 'PARTICIPATED_IN', 'CONDUCTED', 'ESTABLISHES', 'OPERATES', 'CONTROLS',
  'SUPPORTS', 'OPPOSES', 'CRITICIZES', 'COOPERATES_WITH', 'COMMENTED_ON', 'AFFECTS', 'PART_OF', 'INFLUENCES', 'TARGETS',
]; // oxfmt-ignore

/** A relation as it would be written. */
export interface TypedEnds {
  readonly type: string;
  readonly source: ProposedEntity;
  readonly target: ProposedEntity;
  /** Types to choose from; empty where the verb decided. */
  readonly candidates: readonly string[];
}

/** Whoever can speak may stand where the vocabulary asks for a source. */
function labelsOf(entity: ProposedEntity): readonly string[] {
  return [entity.type, ...(entity.known?.labels ?? []), ...(canSpeak(entity) ? ['Source'] : [])];
}

/**
 * The type that a verb stands for, longest form first (`forms`), if its ends allow it; else
 * ASSOCIATED_WITH and what the author may choose. Its ends stay in the order of the text, for the type
 * that is to come: most say something else when read backwards.
 */
export function typeOfVerb(
  forms: readonly string[],
  [subject, object]: readonly [ProposedEntity, ProposedEntity],
  vocabulary: Vocabulary,
): TypedEnds {
  for (const { type, isReversed } of forms.flatMap((form) => byVerb.get(form) ?? [])) {
    const [source, target] = isReversed ? [object, subject] : [subject, object];
    if (allows(vocabulary, type, [source, target]))
      return ordered({ type, source, target, candidates: [] }, vocabulary);
  }
  const candidates = likely.filter((type) => allows(vocabulary, type, [subject, object])).slice(0, 3);
  return { type: 'ASSOCIATED_WITH', source: subject, target: object, candidates };
}

/** Whether a type is in the vocabulary and may join these two. */
export function allows(
  vocabulary: Vocabulary,
  name: string,
  [source, target]: readonly [ProposedEntity, ProposedEntity],
): boolean {
  const type = vocabulary.relationType(name);
  return type.described && mayStandAt(type.from, labelsOf(source)) && mayStandAt(type.to, labelsOf(target));
}

/** What reads the same both ways is written from the smaller id to the larger. */
export function ordered(ends: TypedEnds, vocabulary: Vocabulary): TypedEnds {
  const { source, target, type } = ends;
  const turned = vocabulary.relationType(type).symmetric && source.id > target.id;
  return turned ? { ...ends, source: target, target: source } : ends;
}
