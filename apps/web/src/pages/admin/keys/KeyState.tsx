import type { ApiKey } from '@diemcau/contracts/identity/keys';
import { StateChip, type Tone } from '../../../admin/parts/StateChip';
import { useTexts } from './texts';

export type KeyState = 'active' | 'expiring' | 'reduced' | 'powerless' | 'expired' | 'revoked';
type Judged = Pick<ApiKey, 'revokedAt' | 'expiresAt' | 'scopes' | 'effective'>;

/** Somebody should make a successor before. */
const soonMs = 14 * 24 * 3_600_000;

export function stateOf({ revokedAt, expiresAt, scopes, effective }: Judged, now = Date.now()): KeyState {
  if (revokedAt !== null) return 'revoked';
  const left = Date.parse(expiresAt) - now;
  if (left <= 0) return 'expired';
  if (effective.length === 0) return 'powerless';
  if (effective.length < scopes.length) return 'reduced';
  return left < soonMs ? 'expiring' : 'active';
}

const tones: Record<KeyState, Tone> = {
  active: 'good',
  expiring: 'warning',
  reduced: 'warning',
  powerless: 'bad',
  expired: 'neutral',
  revoked: 'neutral',
};

export function KeyStateChip({ of }: { of: ApiKey }) {
  const t = useTexts();
  const state = stateOf(of);
  return <StateChip tone={tones[state]}>{t(`state_${state}`)}</StateChip>;
}
