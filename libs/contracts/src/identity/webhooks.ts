import { ClientOf, contract, takes } from '../core/contract.js';
import { failures } from '../core/failure.js';
import { Flag, Id, Instant, Int, ListOf, OneOf, Part, Secret, SomeOf, Text } from '../core/fields.js';
import { cursorChars, PageQuery } from '../core/page.js';
import { type WebhookEvent, webhookEvents } from './webhook-events.js';

/**
 * `active` ⇄ `paused` by people. `disabled` when nothing arrived for 3 days, or the receiver said 410 Gone; until somebody
 * makes it active again, what happens is not kept for it.
 */
export const webhookStates = ['active', 'paused', 'disabled'] as const;
export type WebhookState = (typeof webhookStates)[number];

/** Facts of one unit, sent to an address as they happen, signed by the scheme of standardwebhooks.com. */
export class Webhook {
  @Id() id: string;
  @Text({ max: 120 }) name: string;
  @Id() unitId: string;
  @Text({ max: 200 }) unitName: string;
  /** Also what happens below the unit. */
  @Flag() subtree: boolean;
  @Text({ max: 1000 }) url: string;
  @SomeOf(webhookEvents) events: WebhookEvent[];
  @OneOf(webhookStates) state: WebhookState;
  /** Attempts in a row that failed; a success sets it to 0. */
  @Int({ min: 0, max: 1_000_000 }) failures: number;
  /** Until then the secret before the last change signs too; null when there is one secret. */
  @Instant({ nullable: true }) oldSecretUntil: string | null;
  @Instant() createdAt: string;
  /** For `version` of {@link ChangeWebhook}. */
  @Int({ min: 1, max: 2_000_000_000 }) version: number;
}

export class MakeWebhook {
  @Text({ max: 120, example: 'SMAS' }) name: string;
  @Id() unitId: string;
  @Flag() subtree: boolean;
  /** https, at a public address. */
  @Text({ max: 1000, example: 'https://smas.example.vn/diemcau' }) url: string;
  @SomeOf(webhookEvents, { example: ['users.changed'] }) events: WebhookEvent[];
}

export class MadeWebhook {
  @Part(() => Webhook) webhook: Webhook;
  /** Verifies the signatures; told this once. */
  @Secret({ max: 100, example: 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw' }) secret: string;
}

export class WebhookRef {
  @Id() webhookId: string;
}

export class ChangeWebhook extends WebhookRef {
  /** The version that was read; another one in the meantime fails with 412. */
  @Int({ min: 1, max: 2_000_000_000 }) version: number;
  @Text({ max: 120, optional: true }) name?: string;
  @Text({ max: 1000, optional: true }) url?: string;
  @SomeOf(webhookEvents, { optional: true }) events?: WebhookEvent[];
  /** What happens while paused is kept for 3 days and sent once it is active again. */
  @OneOf(['active', 'paused'], { optional: true }) state?: 'active' | 'paused';
}

export class WebhookQuery extends PageQuery {
  /** Of this unit and everything below. */
  @Id({ optional: true }) unitId?: string;
}

export class WebhookPage {
  @ListOf(() => Webhook, { max: 200 }) items: Webhook[];
  @Text({ max: cursorChars, nullable: true }) nextCursor: string | null;
  @Int({ min: 0, max: 1_000_000 }) total: number;
}

/** `failed`: given up after 3 days of trying; may be sent again. */
export const deliveryStates = ['pending', 'delivered', 'failed'] as const;
export type DeliveryState = (typeof deliveryStates)[number];

export class Delivery {
  /** The `webhook-id` header: the same at every attempt and every repetition. */
  @Id() id: string;
  @OneOf(webhookEvents) event: WebhookEvent;
  @OneOf(deliveryStates) state: DeliveryState;
  @Instant() happenedAt: string;
  @Int({ min: 0, max: 1000 }) attempts: number;
  /** Null unless pending. */
  @Instant({ nullable: true }) nextAttemptAt: string | null;
  @Instant({ nullable: true }) lastAttemptAt: string | null;
  /** HTTP status of the last answer; null when there was none. */
  @Int({ min: 100, max: 999, nullable: true }) status: number | null;
  /** In ms, of the last attempt. */
  @Int({ min: 0, max: 600_000, nullable: true }) durationMs: number | null;
  /** The first 1,024 bytes of the last answer. */
  @Text({ max: 2000, min: 0, multiline: true, nullable: true }) answer: string | null;
  /** Why there was no answer: `timeout`, `refusedAddress`, `ECONNREFUSED` … */
  @Text({ max: 100, nullable: true }) fault: string | null;
}

export class DeliveryQuery extends WebhookRef {
  @Int({ min: 1, max: 200, optional: true }) limit?: number;
  @Text({ max: cursorChars, optional: true }) cursor?: string;
  @OneOf(deliveryStates, { optional: true }) state?: DeliveryState;
}

export class DeliveryPage {
  /** The latest first. */
  @ListOf(() => Delivery, { max: 200 }) items: Delivery[];
  @Text({ max: cursorChars, nullable: true }) nextCursor: string | null;
}

export class DeliveryRef extends WebhookRef {
  @Id() deliveryId: string;
}

/** Everything of a time, again: after the receiver lost its data, or to a repaired one. */
export class ReplayRange extends WebhookRef {
  @Instant() from: string;
  /** Exclusive. */
  @Instant() to: string;
  /** Only what was given up. */
  @Flag({ optional: true }) failedOnly?: boolean;
}

export class Replayed {
  @Int({ min: 0, max: 1_000_000 }) count: number;
}

/** Webhooks of the units in which the caller has `webhooks.manage`. */
export const Webhooks = contract('identity.webhooks', {
  list: takes(WebhookQuery).gives(WebhookPage),
  find: takes(WebhookRef).gives(Webhook),
  make: takes(MakeWebhook).gives(MadeWebhook),
  change: takes(ChangeWebhook).gives(Webhook),
  remove: takes(WebhookRef),
  /** A new secret; for a day both sign, so that receivers change over without a gap. */
  rotate: takes(WebhookRef).gives(MadeWebhook),
  ping: takes(WebhookRef).gives(Delivery),
  deliveries: takes(DeliveryQuery).gives(DeliveryPage),
  replay: takes(DeliveryRef).gives(Delivery),
  replayRange: takes(ReplayRange).gives(Replayed),
});
export class WebhooksClient extends ClientOf(Webhooks) {}

export const webhookErrors = failures('webhooks', {
  notFound: { status: 404, vi: 'Không tìm thấy webhook', en: 'There is no such webhook' },
  noDelivery: { status: 404, vi: 'Không tìm thấy lần gửi này', en: 'There is no such delivery' },
  badUrl: {
    status: 400,
    vi: 'Địa chỉ nhận phải là https, không có tên đăng nhập và không ở mạng nội bộ',
    en: 'The address must be https, without credentials and not in an internal network',
  },
  changedMeanwhile: {
    status: 412,
    vi: 'Webhook vừa được người khác sửa; xin tải lại',
    en: 'Somebody has just changed this webhook; please load it again',
  },
});
