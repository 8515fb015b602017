import type { Webhook } from '@diemcau/contracts/identity/webhooks';
import { Group, Switch } from '@mantine/core';
import { useState } from 'react';
import { DayField } from '../../../admin/dates/DayField';
import { startOfDay, today } from '../../../admin/dates/format';
import { useAct } from '../../../admin/forms/use-act';
import { Dialog } from '../../../admin/parts/Dialog';
import { replayRange, webhooksKey } from './queries';
import { useTexts } from './texts';

/** The day after, on which a range ends. */
const after = (day: string): string => {
  const next = new Date(`${day}T00:00:00Z`);
  next.setUTCDate(next.getUTCDate() + 1);
  return next.toISOString().slice(0, 10);
};

/** Everything of some days again: after the receiver lost its data. */
export function ReplayDialog({ of, onClose }: { of: Webhook; onClose: () => void }) {
  const t = useTexts();
  const [from, setFrom] = useState<string | null>(today());
  const [to, setTo] = useState<string | null>(today());
  const [failedOnly, setFailedOnly] = useState(true);
  const again = useAct(
    ({ first, last }: { first: string; last: string }) =>
      replayRange(of.id, { from: startOfDay(first), to: startOfDay(after(last)), failedOnly }),
    { done: ({ count }) => t('replayedN', { n: count }), changes: [webhooksKey], after: onClose },
  );
  return (
    <Dialog
      opened
      title={t('replayRange')}
      act={t('replay')}
      ready={from !== null && to !== null && to >= from}
      onAct={() => from && to && again.mutate({ first: from, last: to })}
      busy={again.isPending}
      error={again.error}
      onClose={onClose}
    >
      <p>{t('replayText')}</p>
      <Group grow align="flex-start">
        <DayField label={t('firstDay')} value={from} onChange={setFrom} max={today()} />
        <DayField label={t('lastDay')} value={to} onChange={setTo} max={today()} />
      </Group>
      <Switch
        label={t('failedOnly')}
        checked={failedOnly}
        onChange={(event) => setFailedOnly(event.currentTarget.checked)}
      />
    </Dialog>
  );
}
