/** A script as it was read: text that is valid UTF-8 without a byte order mark. */
export interface Script {
  /** What the ledger knows it by: relative to Claimgraph's folder where it lies inside, with `/`. */
  readonly path: string;
  /** What messages call it: the path as its user would type it. */
  readonly file: string;
  readonly text: string;
  /** What was passed over while reading, such as a byte order mark. */
  readonly notices: readonly string[];
}

/** File name without its folder and `.cypher`: the article's id if it is an article's script. */
export function scriptName(script: Script): string {
  return script.path.replace(/^.*\//, '').replace(/\.cypher$/, '');
}
