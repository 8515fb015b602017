import { EnvFlag, EnvInt } from '@diemcau/service/config/config';

export class WebhooksConfig {
  /**
   * Lets webhooks go to private and loopback addresses, to the latter also by http. For receivers in the same network, and
   * only where everybody who may manage webhooks may also reach everything in it.
   */
  @EnvFlag('WEBHOOKS_TO_PRIVATE_ADDRESSES', { fallback: false, example: 'false' }) privateAddresses: boolean;

  /** How long a receiver may take to answer, in ms. */
  @EnvInt('WEBHOOK_TIMEOUT_MS', { min: 100, max: 30_000, fallback: 15_000, example: '15000' })
  timeoutMs: number;
}
