import type { CheckPolicy } from '@diemcau/contracts/meetings/checks';
import type { CheckItem } from '@diemcau/contracts/meetings/checks-test';

/** In the order in which they are asked; as in the contract, whose values the first load does not carry. */
export const items = [
  'equipment',
  'power',
  'backupPower',
  'cameraFraming',
  'roomReady',
  'contact',
] as const satisfies readonly CheckItem[];

/** A policy while it is being written. */
export type PolicyDraft = Pick<CheckPolicy, 'opensDaysBefore' | 'closesHoursBefore' | 'neededItems'>;

export const draftOf = ({ opensDaysBefore, closesHoursBefore, neededItems }: CheckPolicy): PolicyDraft => ({
  opensDaysBefore,
  closesHoursBefore,
  neededItems: items.filter((item) => neededItems.includes(item)),
});

/** It would close before it opens: the server refuses that. */
export const closesTooSoon = ({ opensDaysBefore, closesHoursBefore }: PolicyDraft): boolean =>
  closesHoursBefore >= 24 * opensDaysBefore;

export const differs = (draft: PolicyDraft, policy: CheckPolicy): boolean =>
  JSON.stringify(draft) !== JSON.stringify(draftOf(policy));
