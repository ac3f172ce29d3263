/** The words of a name written as `UPPER_SNAKE` or `CamelCase`, in lower case: `GIVES_ORDERS_TO` is "gives orders to". */
export function wordsOfName(name: string): string {
  return name
    .replaceAll(/(?<=\p{Ll})(?=\p{Lu})/gu, ' ')
    .replaceAll(/[_\s]+/g, ' ')
    .trim()
    .toLowerCase();
}
