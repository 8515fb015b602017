/** How tickets to a mirror are signed (by meetings) and checked (by media), both with TICKET_SECRET. */
export const mirrorToken = {
  algorithm: 'HS256',
  issuer: 'diemcau',
  /** Neither a room's nor a check link's: none opens another's door. */
  audience: 'mirror',
  /** Seconds from `iat` to `exp`: enough to open a mirror with it; a fresh one is a call away. */
  lifeS: 60,
} as const;

export interface MirrorClaims {
  /** Lets in once. */
  readonly jti: string;
  readonly roomId: string;
  /** What is tested, in words of who asked for the test; kept with the result. */
  readonly subject: string;
}
