/** Where calls take their access token from: {@link Session}, or a fixed one in tests and load generators. */
export interface AccessTokens {
  /** The token to send now; null for a guest. */
  current(): string | null;
  /** A fresh token after the server refused the current one; null when the sign-in is over. */
  renew(): Promise<string | null>;
  /** Calls back with every new token and with null at sign-out, until the returned function is called. */
  onChange(heard: (token: string | null) => void): () => void;
}

/** A token that is what it is. */
export function fixedToken(token: string | null): AccessTokens {
  return { current: () => token, renew: async () => null, onChange: () => () => undefined };
}
