/** What is used of the browser's trusted types, which TypeScript's DOM library does not describe yet. */
interface TrustedTypes {
  createPolicy(name: 'default', rules: { createScriptURL(url: string): string }): unknown;
}

/**
 * The page's security policy lets no plain text become a script's address. Workers get theirs as text from
 * the build: those of this server pass, anything else is refused, and markup made of text always is.
 */
export function trustOwnScripts(): void {
  const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes };
  trustedTypes?.createPolicy('default', {
    createScriptURL: (url) => {
      if (new URL(url, location.href).origin === location.origin) return url;
      throw new TypeError('Scripts of other servers are not started.');
    },
  });
}
