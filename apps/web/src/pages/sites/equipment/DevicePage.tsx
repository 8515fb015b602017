import { Button, Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { formatDay, formatInstant } from '../../../admin/dates/format';
import { Facts } from '../../../admin/parts/Facts';
import { PageHead } from '../../../admin/parts/PageHead';
import { Section } from '../../../admin/parts/Section';
import { DownloadButton } from '../../../admin/table/DownloadButton';
import { ProblemNote } from '../../../parts/ProblemNote';
import { DueDay } from '../devices/DueDay';
import { Picture } from '../files/Photo';
import { ConditionChip } from './ConditionChip';
import { DeviceActs } from './DeviceActs';
import { DeviceMaintenance } from './DeviceMaintenance';
import classes from './equipment.module.css';
import { deviceQuery, movesQuery } from './queries';
import { RecordDialog } from './RecordDialog';
import { Tasks } from './Tasks';
import { useTexts } from './texts';

/** One device: what its label leads to (HB-6). */
export function DevicePage() {
  const t = useTexts();
  const { code } = useParams({ from: '/work/devices/$code' });
  const { data: device, error, refetch } = useQuery(deviceQuery(code));
  const moves = useQuery({ ...movesQuery(device?.id ?? ''), enabled: device !== undefined });
  const [recording, setRecording] = useState(false);
  if (error && !device) return <ProblemNote error={error} onRetry={() => void refetch()} />;
  if (!device) return <Skeleton height={320} radius="lg" aria-hidden="true" />;
  const keeps = device.mayWrite && device.state === 'active';
  return (
    <>
      <PageHead title={device.itemName} lead={<ConditionChip of={device} />}>
        <DownloadButton
          path={`/api/v1/devices/${device.id}/label.pdf`}
          fileName={`tem-${device.code}.pdf`}
          size="md"
        >
          {t('label')}
        </DownloadButton>
        {keeps && <DeviceActs device={device} />}
        {keeps && <Button onClick={() => setRecording(true)}>{t('record')}</Button>}
      </PageHead>
      <Section title={t('equipment')}>
        <div className={classes.about}>
          <Facts
            of={[
              [t('serialNo'), device.serialNo ?? '–'],
              [
                t('site'),
                <Link key="site" to="/work/sites/$siteId" params={{ siteId: device.siteId }}>
                  {device.siteName}
                </Link>,
              ],
              [t('unit'), device.unitName],
              [t('location'), device.location ?? '–'],
              [t('purpose'), t(`purpose_${device.purpose}`)],
              [t('nextDue'), <DueDay key="due" of={device} />],
              [t('acquiredOn'), device.acquiredOn ? formatDay(device.acquiredOn) : '–'],
              device.notes === null ? null : [t('notes'), device.notes],
              [t('code'), <code key="code">{device.code}</code>],
            ]}
          />
          {device.pictureId && (
            <Picture fileId={device.pictureId} alt={device.itemName} className={classes.picture} />
          )}
        </div>
      </Section>
      <Tasks siteId={device.siteId} deviceId={device.id} keeps={keeps} />
      <DeviceMaintenance device={device} keeps={keeps} />
      <Section title={t('history')}>
        <ul className={classes.list}>
          {moves.data?.items.map(({ id, at, fromSite, toSite, reason }) => (
            <li key={id}>
              <b>
                {fromSite === null
                  ? t('came', { to: toSite ?? '' })
                  : toSite === null
                    ? t('wasRetired', { from: fromSite })
                    : t('went', { from: fromSite, to: toSite })}
              </b>
              <div className={classes.quiet}>{[formatInstant(at), reason].filter(Boolean).join(' · ')}</div>
            </li>
          ))}
        </ul>
      </Section>
      {recording && <RecordDialog device={device} onClose={() => setRecording(false)} />}
    </>
  );
}
