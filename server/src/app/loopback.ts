/** Addresses that only programs of this machine reach. */
export const loopback = /^(?:localhost|127(?:\.\d{1,3}){3}|::1)$/;
