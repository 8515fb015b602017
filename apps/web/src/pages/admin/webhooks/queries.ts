import { body } from '@diemcau/client/rest';
import type { ChosenWebhookEvent, WebhookEvent } from '@diemcau/contracts/identity/webhook-events';
import type { MadeWebhook, MakeWebhook, Webhook } from '@diemcau/contracts/identity/webhooks';
import { queryOptions } from '@tanstack/react-query';
import { rest } from '../../../api/rest';

export const webhooksKey = ['admin', 'webhooks'] as const;

/** As `chosenWebhookEvents`. */
export const events = [
  'users.changed',
  'users.disabled',
  'units.changed',
  'rights.changed',
  'sessions.ended',
  'imports.finished',
  'keys.revoked',
] as const satisfies readonly ChosenWebhookEvent[];

const pathOf = (webhookId: string) => ({ params: { path: { webhookId } } });

export const webhookQuery = (webhookId: string) =>
  queryOptions({
    queryKey: [...webhooksKey, 'one', webhookId],
    queryFn: () => body(rest.GET('/api/v1/webhooks/{webhookId}', pathOf(webhookId))),
  });

export const makeWebhook = (wish: MakeWebhook): Promise<MadeWebhook> =>
  body(rest.POST('/api/v1/webhooks', { body: wish }));

export interface Changes {
  readonly name?: string;
  readonly url?: string;
  readonly events?: WebhookEvent[];
  readonly state?: 'active' | 'paused';
}

export const changeWebhook = ({ id, version }: Webhook, changes: Changes): Promise<Webhook> =>
  body(rest.PATCH('/api/v1/webhooks/{webhookId}', { ...pathOf(id), body: { version, ...changes } }));

export const removeWebhook = (id: string) => body(rest.DELETE('/api/v1/webhooks/{webhookId}', pathOf(id)));

export const rotateSecret = (id: string): Promise<MadeWebhook> =>
  body(rest.POST('/api/v1/webhooks/{webhookId}/secret', pathOf(id)));

export const ping = (id: string) => body(rest.POST('/api/v1/webhooks/{webhookId}/ping', pathOf(id)));

export const replay = (webhookId: string, deliveryId: string) =>
  body(
    rest.POST('/api/v1/webhooks/{webhookId}/deliveries/{deliveryId}/replay', {
      params: { path: { webhookId, deliveryId } },
    }),
  );

export interface Range {
  readonly from: string;
  readonly to: string;
  readonly failedOnly: boolean;
}

export const replayRange = (id: string, range: Range) =>
  body(rest.POST('/api/v1/webhooks/{webhookId}/replay', { ...pathOf(id), body: range }));
