import type { Webhook, WebhookState } from '@diemcau/contracts/identity/webhooks';
import { StateChip, type Tone } from '../../../admin/parts/StateChip';
import { useTexts } from './texts';

const tones: Record<WebhookState, Tone> = { active: 'good', paused: 'neutral', disabled: 'bad' };

/** One whose deliveries fail says so before it is switched off. */
export function WebhookStateChip({ of: { state, failures } }: { of: Webhook }) {
  const t = useTexts();
  if (state === 'active' && failures > 0) {
    return <StateChip tone="warning">{t('failing', { n: failures })}</StateChip>;
  }
  return <StateChip tone={tones[state]}>{t(`state_${state}`)}</StateChip>;
}
