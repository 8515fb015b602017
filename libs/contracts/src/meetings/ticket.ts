/** How tickets are signed (by meetings) and checked (by media), both with TICKET_SECRET. */
export const ticketToken = {
  /** The only one accepted: a ticket that names another is refused. */
  algorithm: 'HS256',
  issuer: 'diemcau',
  audience: 'room',
  /** Seconds from `iat` to `exp`: enough to open a socket with it; a fresh one is a call away. */
  lifeS: 60,
} as const;
