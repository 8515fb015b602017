import { Button } from '@mantine/core';
import IconSchool from '@tabler/icons-react/dist/esm/icons/IconSchool.mjs';
import type { OwnTraining } from '@diemcau/contracts/meetings/trainings-own';
import { formatInstant } from '../../../admin/dates/format';
import { useAct } from '../../../admin/forms/use-act';
import { Empty } from '../../../admin/parts/Empty';
import { PageHead } from '../../../admin/parts/PageHead';
import { Section } from '../../../admin/parts/Section';
import { StateChip } from '../../../admin/parts/StateChip';
import { Trouble } from '../../../admin/parts/Trouble';
import { type Column, DataTable } from '../../../admin/table/DataTable';
import { DownloadButton } from '../../../admin/table/DownloadButton';
import { trainingTones } from '../training-tones';
import { useTexts as useTrainingTexts } from '../texts';
import { Offers } from './Offers';
import { ownTrainingsKey, stayAway, useOwnTrainings } from './queries';
import { useTexts } from './texts';

/** What I am registered for, what I may come to, and my certificates (DA-1a). */
export function OwnTrainingsPage() {
  const t = useTexts();
  const words = useTrainingTexts();
  const list = useOwnTrainings();
  const away = useAct(stayAway, { done: t('withdrawn'), changes: [ownTrainingsKey] });
  const columns: Column<OwnTraining>[] = [
    {
      key: 'title',
      title: t('training'),
      text: ({ title }) => title,
      render: ({ title, unitName }) => (
        <span>
          <strong>{title}</strong>
          <br />
          <small>{unitName}</small>
        </span>
      ),
    },
    {
      key: 'startsAt',
      title: t('startsAt'),
      short: true,
      text: ({ startsAt }) => (startsAt ? formatInstant(startsAt) : '—'),
    },
    { key: 'site', title: t('site'), text: ({ siteName }) => siteName },
    {
      key: 'attended',
      title: t('attended'),
      short: true,
      text: ({ attended, sessionCount }) => t('ofSessions', { n: attended, all: sessionCount }),
    },
    {
      key: 'state',
      title: t('state'),
      text: ({ state }) => words(state),
      render: ({ state }) => <StateChip tone={trainingTones[state]}>{words(state)}</StateChip>,
    },
    {
      key: 'certificate',
      title: t('certificate'),
      text: ({ certificate }) => certificate?.number ?? '—',
      render: ({ certificate }) => {
        if (!certificate) return '—';
        if (certificate.state === 'revoked') return <StateChip tone="bad">{words('revoked')}</StateChip>;
        return (
          <DownloadButton
            path={`/api/v1/me/certificates/${certificate.id}/file.pdf`}
            fileName={`chung-nhan-${certificate.number.replaceAll('/', '-')}.pdf`}
          >
            {certificate.number}
          </DownloadButton>
        );
      },
    },
    {
      key: 'acts',
      title: '',
      text: () => '',
      render: ({ trainingId, withdrawable }) =>
        withdrawable && (
          <Button size="compact-sm" variant="subtle" onClick={() => away.mutate(trainingId)}>
            {t('withdraw')}
          </Button>
        ),
    },
  ];
  return (
    <>
      <PageHead title={t('title')} lead={t('lead')} />
      <Offers />
      <Section title={t('mine')}>
        <Trouble error={away.error} />
        <DataTable
          label={t('mine')}
          list={list}
          columns={columns}
          idOf={({ trainingId }) => trainingId}
          empty={
            <Empty icon={IconSchool} title={t('none')}>
              <p>{t('noneText')}</p>
            </Empty>
          }
        />
      </Section>
    </>
  );
}
