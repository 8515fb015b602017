import { useState } from 'react';
import type { PrivacyRequest } from '@diemcau/contracts/identity/privacy';
import { formatDayOf } from '../../../admin/dates/format';
import { StateChip } from '../../../admin/parts/StateChip';
import { useTexts } from './texts';

/** Near enough to be in a hurry. */
const soonMs = 3 * 24 * 3_600_000;

/** The day by which the law wants an answer; loud only while it is still owed. */
export function DueDay({ of: { dueAt, state } }: { of: PrivacyRequest }) {
  const t = useTexts();
  const open = state === 'waiting' || state === 'running' || state === 'failed';
  const [now] = useState(() => Date.now());
  const left = Date.parse(dueAt) - now;
  const day = formatDayOf(dueAt);
  if (!open || left > soonMs) return <>{day}</>;
  return (
    <StateChip tone={left < 0 ? 'bad' : 'warning'}>{t(left < 0 ? 'overdue' : 'dueSoon', { day })}</StateChip>
  );
}
