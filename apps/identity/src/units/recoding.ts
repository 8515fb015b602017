import { Failure } from '@diemcau/contracts/core/failure';
import { unitEventErrors } from '@diemcau/contracts/identity/unit-event-errors';
import { freeCode } from './codes.js';
import type { Draft } from './draft.js';
import { rootOf, treeOn } from './timeline.js';

/** Codes of other units: past ones that still stand, present and planned ones alike. */
function codesBut(draft: Draft, isOther: (unitId: string) => boolean): Set<string> {
  const codes = new Set<string>();
  for (const [unitId, periods] of draft.timeline()) {
    if (isOther(unitId)) for (const { code } of periods) codes.add(code);
  }
  return codes;
}

/** @throws Failure `unitEvents.codeTaken` */
export function refuseTaken(draft: Draft, unitId: string, code: string): void {
  if (codesBut(draft, (other) => other !== unitId).has(code))
    throw new Failure(unitEventErrors.codeTaken, { code });
}

/** Units that come into another province keep their code where it is free there, and get a suffix where it is not. */
export function recode(draft: Draft, suffix: string | undefined): void {
  const after = treeOn(draft.timeline(), draft.day);
  const arriving = [...after.keys()].filter((unitId) => {
    const root = draft.rootBefore(unitId);
    return root !== undefined && root !== rootOf(after, unitId);
  });
  if (arriving.length === 0) return;
  const guests = new Set(arriving);
  const taken = codesBut(draft, (unitId) => !guests.has(unitId));
  const own = codesBut(draft, (unitId) => guests.has(unitId));
  for (const unitId of arriving) {
    const code = after.get(unitId)?.code ?? '';
    if (!taken.has(code)) continue;
    const former = draft.before.get(draft.rootBefore(unitId) ?? '')?.code ?? 'cu';
    const free = freeCode(code, suffix ?? former, (one) => taken.has(one) || own.has(one));
    own.add(free);
    draft.rewrite(unitId, { code: free });
  }
}
