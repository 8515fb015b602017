import type { CampaignLine } from '@diemcau/contracts/meetings/checks';
import { Button, Skeleton } from '@mantine/core';
import IconPlugConnected from '@tabler/icons-react/dist/esm/icons/IconPlugConnected.mjs';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { formatInstant } from '../../../admin/dates/format';
import { Empty } from '../../../admin/parts/Empty';
import { PageHead } from '../../../admin/parts/PageHead';
import { Section } from '../../../admin/parts/Section';
import { Trouble } from '../../../admin/parts/Trouble';
import { useMay } from '../../../admin/permissions';
import { type Column, DataTable } from '../../../admin/table/DataTable';
import { ClosingOwed } from '../closing/ClosingOwed';
import classes from './checks.module.css';
import { PolicyButton } from './policy/PolicyButton';
import { owedQuery, useCampaigns } from './queries';
import { CampaignChip, CheckChip } from './states';
import { useTexts } from './texts';

/** What one's own sites owe, and where every meeting to come stands (HB-8.2). */
export function ChecksPage() {
  const t = useTexts();
  const may = useMay();
  const list = useCampaigns();
  const columns: Column<CampaignLine>[] = [
    { key: 'title', title: t('meeting'), text: ({ title }) => title },
    { key: 'startsAt', title: t('startsAt'), text: ({ startsAt }) => formatInstant(startsAt), short: true },
    { key: 'unit', title: t('unit'), text: ({ unitName }) => unitName },
    {
      key: 'state',
      title: t('campaign'),
      text: ({ state }) => t(state),
      render: ({ state }) => <CampaignChip state={state} />,
    },
    { key: 'closesAt', title: t('closesAt'), text: ({ closesAt }) => formatInstant(closesAt), short: true },
    {
      key: 'counts',
      title: t('state'),
      text: ({ green, red, silent }) => t('counts', { green, red, silent }),
    },
  ];
  return (
    <>
      <PageHead title={t('title')} lead={t('lead')}>
        {may('checks.manage') && <PolicyButton />}
      </PageHead>
      {may('meetings.answer') && <ClosingOwed />}
      {may('meetings.answer') && <Owed />}
      <Section title={t('board')}>
        <DataTable
          label={t('board')}
          list={list}
          columns={columns}
          idOf={({ occurrenceId }) => occurrenceId}
          linkTo={({ occurrenceId }) => ({ to: '/work/checks/$occurrenceId', params: { occurrenceId } })}
          empty={
            <Empty icon={IconPlugConnected} title={t('boardNone')}>
              <p>{t('boardNoneText')}</p>
            </Empty>
          }
        />
      </Section>
    </>
  );
}

function Owed() {
  const t = useTexts();
  const { data, error, refetch } = useQuery(owedQuery);
  return (
    <Section title={t('owed')}>
      <Trouble error={error} onRetry={refetch} />
      {!data && !error && <Skeleton height={60} />}
      {data?.items.length === 0 && <p>{t('owedNone')}</p>}
      <ul className={classes.owed}>
        {data?.items.map(
          ({ occurrenceId, siteId, siteName, title, startsAt, state, test, campaign, opensAt }) => (
            <li key={`${occurrenceId} ${siteId}`}>
              <span>
                <strong>{siteName}</strong>
                <br />
                <small>
                  {title}, {formatInstant(startsAt)}
                </small>
              </span>
              <CheckChip state={state} test={test} />
              {campaign === 'none' ? (
                <small>{t('notYetOpen', { at: formatInstant(opensAt) })}</small>
              ) : (
                <Button
                  variant={state === 'pass' ? 'default' : 'filled'}
                  renderRoot={(props) => (
                    <Link
                      {...props}
                      to="/work/checks/$occurrenceId/$siteId"
                      params={{ occurrenceId, siteId }}
                    />
                  )}
                >
                  {t(state === 'pass' ? 'look' : 'check')}
                </Button>
              )}
            </li>
          ),
        )}
      </ul>
    </Section>
  );
}
