/** The name that takes the fewest changed letters to reach: what somebody who misspelt it probably meant. */
export function closestName(name: string, candidates: readonly [string, ...string[]]): string {
  return candidates.reduce((best, candidate) =>
    changes(name, candidate) < changes(name, best) ? candidate : best,
  );
}

/** Levenshtein distance, row by row. */
function changes(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, column) => column);
  for (const [index, letter] of Array.from(from).entries()) {
    const next = [index + 1];
    for (let column = 1; column <= to.length; column += 1) {
      const replaced = (row[column - 1] ?? 0) + (letter === to[column - 1] ? 0 : 1);
      next.push(Math.min(replaced, (row[column] ?? 0) + 1, (next[column - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[to.length] ?? 0;
}
