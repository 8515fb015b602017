import type { ReadinessResult } from '@diemcau/contracts/meetings/readiness';
import type { StateReason, StateReasonCode } from '@diemcau/contracts/meetings/sites';
import type { SiteState } from '@diemcau/contracts/meetings/vocabulary';

/** Everything that I8 looks at. Days are `YYYY-MM-DD`, which compare as text. */
export interface Circumstances {
  readonly today: string;
  readonly items: readonly {
    readonly nameVi: string;
    readonly nameEn: string;
    readonly weight: number;
    /** It follows from the site itself: nobody looked at anything for it. */
    readonly counted: boolean;
    readonly result: ReadinessResult;
    readonly expiresOn: string | null;
  }[];
  readonly requiredMbps: number;
  /** As measured, or else as agreed; null when nobody knows. */
  readonly lineMbps: number | null;
  readonly operators: readonly { readonly phone: string | null; readonly until: string | null }[];
}

export const isOver = (lastDay: string | null, today: string): boolean => lastDay !== null && lastDay < today;

const holds = ({ result, expiresOn }: Circumstances['items'][number], today: string): boolean =>
  (result === 'pass' || result === 'waived') && !isOver(expiresOn, today);

const ofNoItem = (code: StateReasonCode): StateReason => ({ code, item: null, itemEn: null });

/** What a site lacks; empty ⇔ it is ready (I8): every item passed or waived and unexpired, line, an operator with a phone. */
export function reasonsOf({ today, items, requiredMbps, lineMbps, operators }: Circumstances): StateReason[] {
  const reasons: StateReason[] = [];
  for (const item of items) {
    if (holds(item, today)) continue;
    const code =
      item.result === 'missing' ? 'itemMissing' : item.result === 'fail' ? 'itemFailed' : 'itemExpired';
    reasons.push({ code, item: item.nameVi, itemEn: item.nameEn });
  }
  if (lineMbps === null) reasons.push(ofNoItem('lineUnknown'));
  else if (lineMbps < requiredMbps) reasons.push(ofNoItem('lineTooSlow'));
  const present = operators.filter(({ until }) => !isOver(until, today));
  if (present.length === 0) reasons.push(ofNoItem('noOperator'));
  else if (present.every(({ phone }) => phone === null)) reasons.push(ofNoItem('noOperatorPhone'));
  return reasons;
}

/** Share of the checklist's weight that holds, 0–100; null while nobody answered what people look at, and without a checklist. */
export function scoreOf({ items, today }: Pick<Circumstances, 'items' | 'today'>): number | null {
  const asked = items.filter(({ counted }) => !counted);
  const onlyCounted = asked.length === 0 && items.length > 0;
  if (!onlyCounted && asked.every(({ result }) => result === 'missing')) return null;
  const sum = (some: Circumstances['items']): number => some.reduce((all, { weight }) => all + weight, 0);
  return Math.floor((sum(items.filter((item) => holds(item, today))) / sum(items)) * 100);
}

/** `draft` until it is ready for the first time; people alone suspend, resume and retire. */
export function stateOf(state: SiteState, wasReady: boolean, lacks: number): SiteState {
  switch (state) {
    case 'suspended':
    case 'retired':
      return state;
    case 'draft':
    case 'ready':
    case 'degraded':
      if (lacks === 0) return 'ready';
      return wasReady ? 'degraded' : 'draft';
  }
}
