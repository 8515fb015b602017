import { loadConfig } from '@diemcau/service/config/config';
import type { Feature } from '@diemcau/service/feature';
import { Webhooks1763760601001 } from '../migrations/1763760601001-webhooks.js';
import { DeliveriesDueAtOnce1763760730003 } from '../migrations/1763760730003-deliveries-due-at-once.js';
import { AttemptsService } from './attempts.service.js';
import { CourierService } from './courier.service.js';
import { DeliveriesService } from './deliveries.service.js';
import { ForgettingJob } from './forgetting.job.js';
import { HappeningsService } from './happenings.service.js';
import { SubscribingService } from './subscribing.service.js';
import { WebhooksConfig } from './webhooks.config.js';
import { WebhooksFacts } from './webhooks.facts.js';
import { WebhooksHandlers } from './webhooks.handlers.js';
import { WebhooksService } from './webhooks.service.js';

export const webhooksFeature: Feature = {
  controllers: [WebhooksHandlers, WebhooksFacts],
  providers: [
    { provide: WebhooksConfig, useFactory: () => loadConfig(WebhooksConfig) },
    WebhooksService,
    SubscribingService,
    HappeningsService,
    AttemptsService,
    CourierService,
    DeliveriesService,
    ForgettingJob,
  ],
  entities: [],
  migrations: [Webhooks1763760601001, DeliveriesDueAtOnce1763760730003],
};
