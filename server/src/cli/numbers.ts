/** @example grouped(1234) is "1,234" */
export function grouped(number: number): string {
  return number.toLocaleString('en-US');
}

/** @example count(1, 'entity', 'entities') is "1 entity" */
export function count(number: number, one: string, many = `${one}s`): string {
  return `${grouped(number)} ${number === 1 ? one : many}`;
}
