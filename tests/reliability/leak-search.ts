/** Looks through all that a server, its clients and its commands give away. */
export class LeakSearch {
  /** What was found, and where. */
  readonly leaks: string[] = [];
  /** Texts that were looked through, by their kind. */
  readonly looked = new Map<string, number>();
  readonly #secrets = new Map<string, string>();
  readonly #paths: readonly string[];

  /** `paths` are folders of this machine that no client may hear of. */
  constructor(secrets: Readonly<Record<string, string>>, paths: readonly string[]) {
    for (const [name, secret] of Object.entries(secrets)) this.keep(name, secret);
    this.#paths = paths;
  }

  /** From now on this is a secret, too. */
  keep(name: string, secret: string): void {
    if (secret.length < 8) throw new Error(`${name} is too short to be told from other text`);
    this.#secrets.set(name, secret);
  }

  /** A text for people who own the machine: it may name folders, and no secret. */
  look(kind: string, text: string): void {
    this.looked.set(kind, (this.looked.get(kind) ?? 0) + 1);
    for (const [name, secret] of this.#secrets) this.#find({ kind, name, secret }, text);
  }

  /** A text for clients of the server. */
  lookAsClient(kind: string, text: string): void {
    this.look(kind, text);
    for (const path of this.#paths) this.#find({ kind, name: 'a path', secret: path }, text);
  }

  #find({ kind, name, secret }: { kind: string; name: string; secret: string }, text: string): void {
    const at = text.indexOf(secret);
    if (at === -1) return;
    this.leaks.push(`${name} in ${kind}: ${text.slice(Math.max(0, at - 200), at + secret.length + 50)}`);
  }
}
