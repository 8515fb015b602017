import { body } from '@diemcau/client/rest';
import type { DeclareHeadcount, Interval, SiteAttendance } from '@diemcau/contracts/meetings/attendance';
import { Button, NumberInput, Skeleton, TextInput } from '@mantine/core';
import '@mantine/core/styles/NumberInput.css';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { dayOf, formatInstant } from '../../../admin/dates/format';
import { useAct } from '../../../admin/forms/use-act';
import { Dialog } from '../../../admin/parts/Dialog';
import { Section } from '../../../admin/parts/Section';
import { Trouble } from '../../../admin/parts/Trouble';
import { DownloadButton } from '../../../admin/table/DownloadButton';
import { rest } from '../../../api/rest';
import classes from '../checks/checks.module.css';
import { useTexts } from './texts';

const attendanceKey = ['work', 'attendance'] as const;
const declare = ({ occurrenceId, siteId, ...said }: DeclareHeadcount) =>
  body(
    rest.PUT('/api/v1/occurrences/{occurrenceId}/attendance/{siteId}', {
      params: { path: { occurrenceId, siteId } },
      body: said,
    }),
  );
const minutesOf = (seconds: number): number => Math.round(seconds / 60);

/** Who was there, as the room saw it and as sites say. `<AttendancePanel occurrenceId={id} />` */
export function AttendancePanel({ occurrenceId }: { occurrenceId: string }) {
  const t = useTexts();
  const [declaring, setDeclaring] = useState<SiteAttendance | null>(null);
  const { data, error, refetch } = useQuery({
    queryKey: [...attendanceKey, occurrenceId],
    queryFn: () =>
      body(rest.GET('/api/v1/occurrences/{occurrenceId}/attendance', { params: { path: { occurrenceId } } })),
  });
  if (!data) return error ? <Trouble error={error} onRetry={refetch} /> : <Skeleton height={160} />;
  const file = (
    <DownloadButton path={`/api/v1/occurrences/${occurrenceId}/attendance.xlsx`} fileName="diem-danh.xlsx">
      {t('export')}
    </DownloadButton>
  );
  return (
    <Section title={t('title')} actions={file}>
      {data.liveFrom === null && <p>{t('notYet')}</p>}
      <table className={classes.sites}>
        <thead>
          <tr>
            {[t('site'), t('expected'), t('headcount'), t('minutes'), ''].map((title) => (
              <th key={title} scope="col">
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {data.sites.map((site) => (
            <SiteRow key={site.siteId} site={site} onDeclare={data.liveFrom ? setDeclaring : null} />
          ))}
        </tbody>
      </table>
      {data.liveFrom && <People people={data.people} />}
      {declaring && (
        <DeclareDialog occurrenceId={occurrenceId} site={declaring} onClose={() => setDeclaring(null)} />
      )}
    </Section>
  );
}

interface RowProps {
  readonly site: SiteAttendance;
  readonly onDeclare: ((site: SiteAttendance) => void) | null;
}

function SiteRow({ site, onDeclare }: RowProps) {
  const t = useTexts();
  const reason = site.headcounts.at(-1)?.reason;
  return (
    <tr>
      <td>
        <strong>{site.siteName}</strong>
        <br />
        <small>{site.unitName}</small>
      </td>
      <td data-title={t('expected')}>{site.expected}</td>
      <td data-title={t('headcount')}>
        {site.headcount ?? '–'} {reason && <small>({t('corrected', { reason })})</small>}
      </td>
      <td data-title={t('minutes')}>{minutesOf(site.presentS)}</td>
      <td>
        {site.declarable && onDeclare && (
          <Button size="compact-sm" variant="default" onClick={() => onDeclare(site)}>
            {t(site.headcount === null ? 'declare' : 'correct')}
          </Button>
        )}
      </td>
    </tr>
  );
}

interface DialogProps {
  readonly occurrenceId: string;
  readonly site: SiteAttendance;
  readonly onClose: () => void;
}

function DeclareDialog({ occurrenceId, site, onClose }: DialogProps) {
  const t = useTexts();
  const { siteId, siteName, limit, headcounts } = site;
  const [headcount, setHeadcount] = useState<number | null>(site.headcount);
  const [reason, setReason] = useState('');
  const version = headcounts.length;
  const save = useAct(declare, { done: t('saved'), changes: [attendanceKey], after: onClose });
  const said = reason.trim();
  return (
    <Dialog
      opened
      title={siteName}
      act={t('save')}
      ready={headcount !== null && (version === 0 || said !== '')}
      busy={save.isPending}
      error={save.error}
      onClose={onClose}
      onAct={() =>
        save.mutate({
          occurrenceId,
          siteId,
          headcount: headcount ?? 0,
          version,
          ...(said && { reason: said }),
        })
      }
    >
      <NumberInput
        label={t('count', { limit })}
        min={0}
        max={limit}
        allowDecimal={false}
        value={headcount ?? ''}
        onChange={(value) => setHeadcount(value === '' ? null : Number(value))}
      />
      {version > 0 && (
        <TextInput
          label={t('reason')}
          required
          maxLength={500}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
      )}
    </Dialog>
  );
}

interface PeopleProps {
  readonly people: readonly {
    readonly peerId: string;
    readonly name: string | null;
    readonly unitName: string | null;
    readonly presentS: number;
    readonly intervals: readonly Interval[];
  }[];
}

function People({ people }: PeopleProps) {
  const t = useTexts();
  const span = ({ from, until }: Interval): string => {
    if (until === null) return `${formatInstant(from)} – ${t('now')}`;
    const end = formatInstant(until);
    const sameDay = dayOf(from) === dayOf(until);
    return `${formatInstant(from)} – ${sameDay ? end.slice(end.indexOf(' ') + 1) : end}`;
  };
  if (people.length === 0) return <p>{t('nobody')}</p>;
  return (
    <details className={classes.more}>
      <summary>{t('people', { n: people.length })}</summary>
      <table className={classes.sites}>
        <thead>
          <tr>
            {[t('name'), t('minutes'), t('times')].map((title) => (
              <th key={title} scope="col">
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {people.map(({ peerId, name, unitName, presentS, intervals }) => (
            <tr key={peerId}>
              <td>
                <strong>{name ?? t('unknown')}</strong>
                <br />
                <small>{unitName}</small>
              </td>
              <td data-title={t('minutes')}>{minutesOf(presentS)}</td>
              <td data-title={t('times')}>{intervals.map(span).join(' · ')}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
