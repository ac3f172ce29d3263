import nlp from 'compromise';

import type { ProposedEntity } from './proposal.ts';

/** How many people back a pronoun is looked for. */
const reach = 6;

/** Remembers who was named, to read "he" and "she" as somebody. */
export class PeopleBefore {
  private readonly genders = new Map<string, string | null>();
  private recent: readonly ProposedEntity[] = [];

  /** The person named last whose first name does not speak against it. */
  meantBy(pronoun: string, inSentence: readonly ProposedEntity[]): ProposedEntity | null {
    const wanted = /^(?:he|him|his)$/iu.test(pronoun) ? 'he' : /^(?:she|her)$/iu.test(pronoun) ? 'she' : null;
    if (wanted === null) return null;
    const candidates = [...inSentence.toReversed(), ...this.recent];
    const meant = candidates.find((entity) => [null, wanted].includes(this.genderOf(entity))) ?? null;
    // Whoever was "he" once is not "she" later.
    if (meant) this.genders.set(meant.id, wanted);
    return meant;
  }

  /** The people of a sentence that was read, its first one first: it is most often what the sentence is about. */
  add(people: readonly ProposedEntity[]): void {
    this.recent = Array.from(new Set([...people, ...this.recent])).slice(0, reach);
  }

  private genderOf({ id, name }: ProposedEntity): string | null {
    const before = this.genders.get(id);
    if (before !== undefined) return before;
    const read = nlp(name);
    const gender = read.has('#FemaleName') ? 'she' : read.has('#MaleName') ? 'he' : null;
    this.genders.set(id, gender);
    return gender;
  }
}
