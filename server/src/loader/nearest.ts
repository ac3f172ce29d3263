/** How many candidates are offered. */
const offered = 3;

/**
 * The candidates that differ least from a word, nearest first, if they differ little enough to be meant:
 * by up to a third of its letters, or by whole parts between hyphens ("rodriguez", "delcy-rodriguez").
 */
function nearest(word: string, candidates: Iterable<string>): readonly string[] {
  const limit = Math.max(1, Math.floor(word.length / 3));
  const near: { readonly candidate: string; readonly distance: number }[] = [];
  for (const candidate of candidates) {
    const distance = distanceWithin(word, candidate, limit);
    if (distance !== null) near.push({ candidate, distance });
  }
  near.sort((a, b) => a.distance - b.distance || (a.candidate < b.candidate ? -1 : 1));
  // What is two letters farther than the nearest is not meant beside it.
  const most = (near[0]?.distance ?? 0) + 1;
  return near
    .filter(({ distance }) => distance <= most)
    .slice(0, offered)
    .map(({ candidate }) => candidate);
}

/** "Did you mean x or y?", or nothing. */
export function didYouMean(word: string, candidates: Iterable<string>): string {
  const near = nearest(word, candidates).map((candidate) => `"${candidate}"`);
  return near.length === 0 ? '' : `Did you mean ${near.join(' or ')}? `;
}

function distanceWithin(word: string, candidate: string, limit: number): number | null {
  if (Math.abs(candidate.length - word.length) <= limit) {
    const distance = editDistance(word, candidate);
    if (distance <= limit) return distance;
  }
  return sharesParts(word, candidate) ? limit + 1 : null;
}

/** One has every part of the other, and at least one that says something. */
function sharesParts(word: string, candidate: string): boolean {
  const [few, many] = [word.split('-'), candidate.split('-')].toSorted((a, b) => a.length - b.length);
  if (!few || !many || !few.some((part) => part.length >= 4)) return false;
  return few.every((part) => many.includes(part));
}

/** Letters to insert, delete or replace (Levenshtein 1966), by rows. */
export function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const replaced = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(replaced, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
