/** How long reads and writes may take unless the caller says otherwise. */
export const READ_TIMEOUT_MS = 10_000;
export const WRITE_TIMEOUT_MS = 120_000;
