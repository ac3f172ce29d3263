/** A script that takes a minute and more and fits into one transaction, for tests that stop it while it is at work. */
export const slowText = Array.from(
  { length: 20_000 },
  (_, n) => `UNWIND range(1, 20000) AS i WITH sum(i) AS total CREATE (:Number {value: total + ${n}});`,
).join('\n');
