/**
 * How many letters must be changed, added, dropped or swapped with their neighbour to turn a word into
 * the other or into a beginning of it (optimal string alignment), or null if more than `most`.
 */
export function distanceToBeginning(word: string, other: string, most: number): number | null {
  let beforeLast: readonly number[] = [];
  let last: readonly number[] = Array.from({ length: word.length + 1 }, (_, index) => index);
  let best = word.length;
  for (let at = 1; at <= Math.min(other.length, word.length + most); at += 1) {
    const row = [at];
    for (let letter = 1; letter <= word.length; letter += 1) {
      const same = word[letter - 1] === other[at - 1];
      const changed = cost(last[letter - 1]) + (same ? 0 : 1);
      const least = Math.min(changed, cost(last[letter]) + 1, cost(row[letter - 1]) + 1);
      const swapped = word[letter - 1] === other[at - 2] && word[letter - 2] === other[at - 1];
      row.push(swapped ? Math.min(least, cost(beforeLast[letter - 2]) + 1) : least);
    }
    best = Math.min(best, cost(row[word.length]));
    beforeLast = last;
    last = row;
  }
  return best <= most ? best : null;
}

function cost(value: number | undefined): number {
  return value ?? Infinity;
}
