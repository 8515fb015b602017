import type { AuthenticatorTransport } from '@simplewebauthn/server';

/** A stored passkey. */
export interface PasskeyRow {
  readonly id: string;
  readonly userId: string;
  readonly credentialId: string;
  /** COSE. */
  readonly publicKey: Buffer;
  /** bigint comes as text. */
  readonly counter: string;
  readonly transports: readonly string[];
}

/** The relying party: the host that people type, and the origin its pages have. */
export function siteOf({ publicUrl }: { readonly publicUrl: string }): { id: string; origin: string } {
  const { hostname, origin } = new URL(publicUrl);
  return { id: hostname, origin };
}

/** A view the library takes: not the pool's shared memory. */
export const bytesOf = (buffer: Buffer): Uint8Array<ArrayBuffer> => new Uint8Array(buffer);

const transports: readonly AuthenticatorTransport[] = ['ble', 'hybrid', 'internal', 'nfc', 'usb'];

/** Those known; browsers may name others. */
export const transportsOf = (named: readonly string[]): AuthenticatorTransport[] =>
  transports.filter((known) => named.includes(known));
