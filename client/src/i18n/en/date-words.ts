const months = new Intl.DateTimeFormat('en-GB', { month: 'short', timeZone: 'UTC' });

/**
 * A partial date in words, as precise as it is: "2026", "Jan 2026", "28 Jan 2026". Days are calendar days
 * without a zone; of an instant only the day is shown. Anything else is returned as it stands.
 */
export function dateWords(date: string): string {
  const parts = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?/.exec(date);
  const [, year, month, day] = parts ?? [];
  if (year === undefined) return date;
  if (month === undefined) return year;
  const name = months.format(new Date(Date.UTC(Number(year), Number(month) - 1, 1)));
  return day === undefined ? `${name} ${year}` : `${Number(day)} ${name} ${year}`;
}
