import type { SiteDevice } from '@diemcau/contracts/meetings/equipment';
import type { MaintenanceSchedule } from '@diemcau/contracts/meetings/maintenance';
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useAct } from '../../../admin/forms/use-act';
import { Section } from '../../../admin/parts/Section';
import { Trouble } from '../../../admin/parts/Trouble';
import classes from './equipment.module.css';
import { LogEntries } from './LogEntries';
import { endSchedule, equipmentKey, logQuery, maintenanceKey, schedulesQuery } from './queries';
import { ScheduleDialog } from './ScheduleDialog';
import { useTexts } from './texts';

/** What is to be done regularly, and what was done (HB-6). */
export function DeviceMaintenance({ device, keeps }: { device: SiteDevice; keeps: boolean }) {
  const t = useTexts();
  const schedules = useQuery(schedulesQuery(device.id));
  const log = useQuery(logQuery(device.id));
  const [adding, setAdding] = useState(false);
  const [owning, setOwning] = useState<MaintenanceSchedule | null>(null);
  const end = useAct(endSchedule, { done: t('ended'), changes: [maintenanceKey, equipmentKey] });
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
          {schedules.data?.items.map((schedule) => (
            <li key={schedule.id} className={classes.row}>
              <div>
                {t('every', { what: schedule.what, n: schedule.everyMonths })}
                {schedule.itemId !== null && <div className={classes.quiet}>{t('forItem')}</div>}
                {schedule.insteadOfId !== null && <div className={classes.quiet}>{t('insteadOfKind')}</div>}
              </div>
              {keeps &&
                (schedule.itemId === null ? (
                  <Button
                    variant="subtle"
                    color="red.9"
                    size="compact-sm"
                    onClick={() => end.mutate(schedule.id)}
                  >
                    {t('endSchedule')}
                  </Button>
                ) : (
                  <Button variant="default" size="compact-sm" onClick={() => setOwning(schedule)}>
                    {t('ownInterval')}
                  </Button>
                ))}
            </li>
          ))}
        </ul>
      </Section>
      <Section title={t('maintenance')}>
        <Trouble error={log.error} />
        {log.data?.items.length === 0 && <p className={classes.quiet}>{t('noLog')}</p>}
        <LogEntries entries={log.data?.items ?? []} />
      </Section>
      {owning && <ScheduleDialog deviceId={device.id} insteadOf={owning} onClose={() => setOwning(null)} />}
      {adding && <ScheduleDialog deviceId={device.id} onClose={() => setAdding(false)} />}
    </>
  );
}
