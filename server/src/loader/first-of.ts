const most = 3;

/** The first few of some names, and how many there are besides: something as common as a country is in hundreds of scripts. */
export function firstOf(names: readonly string[]): string {
  const more = names.length - most;
  return more > 1 ? `${names.slice(0, most).join(', ')} and ${more} more` : names.join(', ');
}
