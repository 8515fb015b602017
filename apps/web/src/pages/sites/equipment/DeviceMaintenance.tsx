import type { SiteDevice } from '@diemcau/contracts/meetings/equipment';
import { Button, NumberInput, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { DayField } from '../../../admin/dates/DayField';
import { formatDay, today } from '../../../admin/dates/format';
import { useAct } from '../../../admin/forms/use-act';
import { Dialog } from '../../../admin/parts/Dialog';
import { Section } from '../../../admin/parts/Section';
import { Trouble } from '../../../admin/parts/Trouble';
import { formatCount } from '../../../admin/table/count';
import classes from './equipment.module.css';
import { addSchedule, endSchedule, logQuery, maintenanceKey, schedulesQuery } from './queries';
import { useTexts } from './texts';

/** What is to be done regularly, and what was done (HB-6). */
export function DeviceMaintenance({ device, keeps }: { device: SiteDevice; keeps: boolean }) {
  const t = useTexts();
  const schedules = useQuery(schedulesQuery(device.id));
  const log = useQuery(logQuery(device.id));
  const [adding, setAdding] = useState(false);
  const end = useAct(endSchedule, { done: t('ended'), changes: [maintenanceKey] });
  return (
    <>
      <Section
        title={t('schedules')}
        actions={
          keeps && (
            <Button variant="default" size="compact-md" onClick={() => setAdding(true)}>
              {t('addSchedule')}
            </Button>
          )
        }
      >
        <Trouble error={schedules.error ?? end.error} />
        {schedules.data?.items.length === 0 && <p className={classes.quiet}>{t('noSchedules')}</p>}
        <ul className={classes.list}>
          {schedules.data?.items.map(({ id, what, everyMonths, itemId }) => (
            <li key={id} className={classes.row}>
              <div>
                {t('every', { what, n: everyMonths })}
                {itemId !== null && <div className={classes.quiet}>{t('forItem')}</div>}
              </div>
              {keeps && itemId === null && (
                <Button variant="subtle" color="red.9" size="compact-sm" onClick={() => end.mutate(id)}>
                  {t('endSchedule')}
                </Button>
              )}
            </li>
          ))}
        </ul>
      </Section>
      <Section title={t('maintenance')}>
        <Trouble error={log.error} />
        {log.data?.items.length === 0 && <p className={classes.quiet}>{t('noLog')}</p>}
        <ul className={classes.list}>
          {log.data?.items.map(({ id, doneOn, doneBy, what, result, costVnd }) => (
            <li key={id}>
              <b>{what}</b>
              <div className={classes.quiet}>
                {[
                  formatDay(doneOn),
                  doneBy,
                  t(`result_${result}`),
                  costVnd === null ? null : `${formatCount(costVnd)} đ`,
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </div>
            </li>
          ))}
        </ul>
      </Section>
      {adding && <ScheduleDialog deviceId={device.id} onClose={() => setAdding(false)} />}
    </>
  );
}

function ScheduleDialog({ deviceId, onClose }: { deviceId: string; onClose: () => void }) {
  const t = useTexts();
  const [what, setWhat] = useState('');
  const [months, setMonths] = useState(6);
  const [startsOn, setStartsOn] = useState<string | null>(today);
  const add = useAct(addSchedule, { done: t('scheduled'), changes: [maintenanceKey], after: onClose });
  return (
    <Dialog
      opened
      title={t('addSchedule')}
      onClose={onClose}
      act={t('save')}
      onAct={() => startsOn && add.mutate({ deviceId, what: what.trim(), everyMonths: months, startsOn })}
      busy={add.isPending}
      ready={what.trim() !== '' && startsOn !== null}
      error={add.error}
    >
      <TextInput
        label={t('what')}
        maxLength={300}
        value={what}
        onChange={(event) => setWhat(event.currentTarget.value)}
        required
        data-autofocus
      />
      <NumberInput
        label={t('everyMonths')}
        min={1}
        max={120}
        allowDecimal={false}
        value={months}
        onChange={(value) => typeof value === 'number' && setMonths(value)}
      />
      <DayField label={t('startsOn')} value={startsOn} onChange={setStartsOn} required />
    </Dialog>
  );
}
