/** The part of edtf 4 that partial dates are read with; the package ships no types. */
declare module 'edtf' {
  /** First and last millisecond of what the text names, UTC. Throws for what is no date of that level. */
  export default function edtf(
    text: string,
    constraints: { readonly level: 0 },
  ): { readonly min: number; readonly max: number };
}
