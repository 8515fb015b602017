import type { PrivacyRequestState } from '@diemcau/contracts/identity/privacy';
import type { Tone } from '../../../admin/parts/StateChip';

export const requestTones: Record<PrivacyRequestState, Tone> = {
  waiting: 'waiting',
  running: 'waiting',
  done: 'good',
  refused: 'warning',
  withdrawn: 'neutral',
  failed: 'bad',
};
