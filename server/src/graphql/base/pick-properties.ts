/** Stored properties: those of the keys, in their order, or all. */
export function pickProperties(
  properties: Readonly<Record<string, unknown>>,
  keys: readonly string[] | null | undefined,
): Readonly<Record<string, unknown>> {
  if (!keys) return properties;
  return Object.fromEntries(
    keys.flatMap((key) => (Object.hasOwn(properties, key) ? [[key, properties[key]]] : [])),
  );
}
