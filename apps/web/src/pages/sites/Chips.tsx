import type { ReadinessItem } from '@diemcau/contracts/meetings/readiness';
import type { PlanStanding, Validity } from '@diemcau/contracts/meetings/site-documents';
import type { SiteState } from '@diemcau/contracts/meetings/vocabulary';
import { StateChip, type Tone } from '../../admin/parts/StateChip';
import { useSiteWords } from './words';

const states: Readonly<Record<SiteState, Tone>> = {
  draft: 'waiting',
  ready: 'good',
  degraded: 'warning',
  suspended: 'bad',
  retired: 'neutral',
};
export function SiteStateChip({ state }: { state: SiteState }) {
  const t = useSiteWords();
  return <StateChip tone={states[state]}>{t(`state_${state}`)}</StateChip>;
}

const results = { missing: 'waiting', pass: 'good', fail: 'bad', waived: 'neutral' } as const;
export function ResultChip({ item: { result, expired } }: { item: ReadinessItem }) {
  const t = useSiteWords();
  if (expired) return <StateChip tone="warning">{t('expired')}</StateChip>;
  return <StateChip tone={results[result]}>{t(`result_${result}`)}</StateChip>;
}

const validities: Readonly<Record<Validity | PlanStanding, Tone>> = {
  upcoming: 'waiting',
  valid: 'good',
  expiring: 'warning',
  expired: 'bad',
  missing: 'neutral',
};
export function ValidityChip({ of }: { of: Validity | PlanStanding }) {
  const t = useSiteWords();
  return <StateChip tone={validities[of]}>{t(`validity_${of}`)}</StateChip>;
}
