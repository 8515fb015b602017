import type { Caller } from '@diemcau/contracts/core/caller';
import type { Handlers } from '@diemcau/contracts/core/contract';
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
} from '@diemcau/contracts/identity/webhooks';
import { Handles } from '@diemcau/service/bus/handles';
import { Controller } from '@nestjs/common';
import { DeliveriesService } from './deliveries.service.js';
import { type NewSecret, SubscribingService } from './subscribing.service.js';
import { WebhooksService } from './webhooks.service.js';

@Controller()
export class WebhooksHandlers implements Handlers<typeof Webhooks> {
  constructor(
    private readonly webhooks: WebhooksService,
    private readonly subscribing: SubscribingService,
    private readonly log: DeliveriesService,
  ) {}

  @Handles(Webhooks.list) async list(input: WebhookQuery, caller: Caller): Promise<WebhookPage> {
    return this.webhooks.list(input, caller);
  }

  @Handles(Webhooks.find) async find({ webhookId }: WebhookRef, caller: Caller): Promise<Webhook> {
    return this.webhooks.find(webhookId, caller);
  }

  @Handles(Webhooks.make) async make(input: MakeWebhook, caller: Caller): Promise<MadeWebhook> {
    return this.told(await this.subscribing.make(input, caller), caller);
  }

  @Handles(Webhooks.change) async change(input: ChangeWebhook, caller: Caller): Promise<Webhook> {
    await this.subscribing.change(input, caller);
    return this.webhooks.find(input.webhookId, caller);
  }

  @Handles(Webhooks.remove) async remove({ webhookId }: WebhookRef, caller: Caller): Promise<void> {
    await this.subscribing.remove(webhookId, caller);
  }

  @Handles(Webhooks.rotate) async rotate({ webhookId }: WebhookRef, caller: Caller): Promise<MadeWebhook> {
    return this.told(await this.subscribing.rotate(webhookId, caller), caller);
  }

  @Handles(Webhooks.ping) async ping({ webhookId }: WebhookRef, caller: Caller): Promise<Delivery> {
    return this.log.ping(webhookId, caller);
  }

  @Handles(Webhooks.deliveries) async deliveries(
    input: DeliveryQuery,
    caller: Caller,
  ): Promise<DeliveryPage> {
    return this.log.list(input, caller);
  }

  @Handles(Webhooks.replay) async replay(input: DeliveryRef, caller: Caller): Promise<Delivery> {
    return this.log.replay(input, caller);
  }

  @Handles(Webhooks.replayRange) async replayRange(input: ReplayRange, caller: Caller): Promise<Replayed> {
    return { count: await this.log.replayRange(input, caller) };
  }

  private async told({ id, secret }: NewSecret, caller: Caller): Promise<MadeWebhook> {
    return { webhook: await this.webhooks.find(id, caller), secret };
  }
}
