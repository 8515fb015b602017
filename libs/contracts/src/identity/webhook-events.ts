/** What one may choose to be told of. Payloads carry ids only: whoever hears of them asks for the rest, with rights of their own. */
export const chosenWebhookEvents = [
  /** People's accounts were made or changed: `{ userIds }`. */
  'users.changed',
  /** Accounts were disabled: `{ userIds }`. */
  'users.disabled',
  /** Units were founded, renamed, moved, merged, split or closed: `{ unitIds }`. */
  'units.changed',
  /** Somebody's roles changed: `{ userIds }`. */
  'rights.changed',
  /** Sign-in sessions were ended before their time: `{ userIds }`. */
  'sessions.ended',
  /** Bulk imports came to their end: `{ importIds }`, to webhooks of the province. */
  'imports.finished',
  /** API keys were revoked: `{ keyIds }`. */
  'keys.revoked',
] as const;
export type ChosenWebhookEvent = (typeof chosenWebhookEvents)[number];

export const webhookEvents = [
  ...chosenWebhookEvents,
  /** Asked for by somebody who tries the webhook out: `{}`. Sent whatever events were chosen. */
  'webhook.ping',
] as const;
export type WebhookEvent = (typeof webhookEvents)[number];
