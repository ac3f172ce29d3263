/** "CIA", "CIA and Cuba", "CIA, Cuba and 3 others". */
export function listed(names: readonly string[]): string {
  const [first = '', second] = names;
  if (second === undefined) return first;
  if (names.length === 2) return `${first} and ${second}`;
  const rest = names.length - 2;
  return `${first}, ${second} and ${rest} ${rest === 1 ? 'other' : 'others'}`;
}
