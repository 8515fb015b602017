import { GatewayConfig } from '../../config.js';

/** What browsers are told with data: that it is nothing else (OWASP REST Security). */
export const dataHeaders = {
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'cross-origin-resource-policy': 'same-origin',
} as const;

/**
 * What browsers are told with pages and their parts (OWASP Secure Headers). The web client runs only its own scripts;
 * Mantine needs inline styles, and pictures made in the browser are blob: and data: addresses.
 */
export function pageHeaders({ publicUrl }: Pick<GatewayConfig, 'publicUrl'>): Record<string, string> {
  const { protocol, host } = new URL(publicUrl);
  const tls = protocol === 'https:';
  const policy = [
    "default-src 'self'",
    "script-src 'self'",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self' data:",
    "media-src 'self' blob: mediastream:",
    "worker-src 'self' blob:",
    // Safari before 15.4 does not count the socket of the same host as 'self'.
    `connect-src 'self' ${tls ? 'wss' : 'ws'}://${host}`,
    "object-src 'none'",
    "base-uri 'self'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ];
  return {
    'content-security-policy': policy.join('; '),
    'permissions-policy':
      'camera=(self), microphone=(self), display-capture=(self), fullscreen=(self), screen-wake-lock=(self), geolocation=()',
    'referrer-policy': 'same-origin',
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    ...(tls && { 'strict-transport-security': 'max-age=31536000; includeSubDomains' }),
  };
}
