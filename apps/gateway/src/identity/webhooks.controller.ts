import type { Caller } from '@diemcau/contracts/core/caller';
import {
  ChangeWebhook,
  type Delivery,
  type DeliveryPage,
  DeliveryQuery,
  DeliveryRef,
  type MadeWebhook,
  MakeWebhook,
  type Replayed,
  ReplayRange,
  type Webhook,
  type WebhookPage,
  WebhookQuery,
  WebhookRef,
  Webhooks,
  WebhooksClient,
} from '@diemcau/contracts/identity/webhooks';
import { Controller } from '@nestjs/common';
import { mayDo } from '../edge/auth/access.js';
import { Route } from '../edge/http/route.js';

const access = mayDo('webhooks.manage');

/** Facts sent to other systems, and what became of each. */
@Controller()
export class WebhooksController {
  constructor(private readonly webhooks: WebhooksClient) {}

  @Route.get('webhooks', Webhooks.list, access, 'Các webhook · Webhooks')
  list(input: WebhookQuery, caller: Caller): Promise<WebhookPage> {
    return this.webhooks.list(input, caller);
  }

  @Route.post('webhooks', Webhooks.make, access, 'Đăng ký webhook · Subscribe a webhook', { status: 201 })
  make(input: MakeWebhook, caller: Caller): Promise<MadeWebhook> {
    return this.webhooks.make(input, caller);
  }

  @Route.get('webhooks/:webhookId', Webhooks.find, access, 'Một webhook · One webhook')
  find(input: WebhookRef, caller: Caller): Promise<Webhook> {
    return this.webhooks.find(input, caller);
  }

  @Route.patch(
    'webhooks/:webhookId',
    Webhooks.change,
    access,
    'Sửa, tạm dừng, bật lại · Change, pause, resume',
  )
  change(input: ChangeWebhook, caller: Caller): Promise<Webhook> {
    return this.webhooks.change(input, caller);
  }

  @Route.delete('webhooks/:webhookId', Webhooks.remove, access, 'Xoá webhook · Remove a webhook')
  remove(input: WebhookRef, caller: Caller): Promise<void> {
    return this.webhooks.remove(input, caller);
  }

  @Route.post(
    'webhooks/:webhookId/secret',
    Webhooks.rotate,
    access,
    'Đổi khoá ký, hai khoá cùng dùng một ngày · New secret; both sign for a day',
    { status: 201 },
  )
  rotate(input: WebhookRef, caller: Caller): Promise<MadeWebhook> {
    return this.webhooks.rotate(input, caller);
  }

  @Route.post('webhooks/:webhookId/ping', Webhooks.ping, access, 'Gửi thử · Send a ping', { status: 202 })
  ping(input: WebhookRef, caller: Caller): Promise<Delivery> {
    return this.webhooks.ping(input, caller);
  }

  @Route.get('webhooks/:webhookId/deliveries', Webhooks.deliveries, access, 'Nhật ký gửi · Delivery log')
  deliveries(input: DeliveryQuery, caller: Caller): Promise<DeliveryPage> {
    return this.webhooks.deliveries(input, caller);
  }

  @Route.post(
    'webhooks/:webhookId/deliveries/:deliveryId/replay',
    Webhooks.replay,
    access,
    'Gửi lại một lần · Send one again',
    { status: 202 },
  )
  replay(input: DeliveryRef, caller: Caller): Promise<Delivery> {
    return this.webhooks.replay(input, caller);
  }

  @Route.post(
    'webhooks/:webhookId/replay',
    Webhooks.replayRange,
    access,
    'Gửi lại một khoảng thời gian · Send a time range again',
    { status: 202 },
  )
  replayRange(input: ReplayRange, caller: Caller): Promise<Replayed> {
    return this.webhooks.replayRange(input, caller);
  }
}
