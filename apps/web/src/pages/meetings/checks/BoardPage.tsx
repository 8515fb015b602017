import type { SiteCheck } from '@diemcau/contracts/meetings/checks';
import type { CheckItem } from '@diemcau/contracts/meetings/checks-test';
import { Button, Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { formatInstant } from '../../../admin/dates/format';
import { useAct } from '../../../admin/forms/use-act';
import { notify } from '../../../admin/notices/notices';
import { Back } from '../../../admin/parts/Back';
import { Dialog } from '../../../admin/parts/Dialog';
import { PageHead } from '../../../admin/parts/PageHead';
import { Section } from '../../../admin/parts/Section';
import { Trouble } from '../../../admin/parts/Trouble';
import { formatDecimal } from '../../../i18n/numbers';
import classes from './checks.module.css';
import { askAgain, boardQuery, checksKey, closeChecks, linkTo, openChecks } from './queries';
import { SiteClosing } from './SiteClosing';
import { CampaignChip, CheckChip } from './states';
import { Faults } from './steps/Faults';
import { useReasonWords } from './steps/reasons';
import { useTexts as useStepTexts } from './steps/texts';
import { useTexts } from './texts';
import { WhomToCall } from './WhomToCall';

/** All sites of one meeting: green, red, silent, and whom to call. Looks again every ten seconds. */
export function BoardPage() {
  const t = useTexts();
  const { occurrenceId } = useParams({ from: '/work/checks/$occurrenceId' });
  const { data: board, error, refetch } = useQuery(boardQuery(occurrenceId));
  const [closing, setClosing] = useState(false);
  const changes = [checksKey];
  const open = useAct(openChecks, { done: t('opened'), changes });
  const close = useAct(closeChecks, { done: t('closedDone'), changes, after: () => setClosing(false) });
  if (error && !board) return <Trouble error={error} onRetry={refetch} />;
  if (!board) return <Skeleton height={320} aria-label={t('loading')} />;
  const lead = `${board.unitName} · ${formatInstant(board.startsAt)}`;
  return (
    <>
      <Back>
        <Link to="/work/checks">{t('title')}</Link>
      </Back>
      <PageHead title={board.title} lead={lead}>
        {board.manageable && board.state === 'none' && (
          <Button loading={open.isPending} onClick={() => open.mutate(occurrenceId)}>
            {t('openNow')}
          </Button>
        )}
        {board.manageable && board.state === 'open' && (
          <Button variant="default" onClick={() => setClosing(true)}>
            {t('closeNow')}
          </Button>
        )}
      </PageHead>
      <Trouble error={open.error} />
      <Counts items={board.items} />
      <Section title={t('title')} actions={<CampaignChip state={board.state} />}>
        <p>
          {t('closesAt')}: <strong>{formatInstant(board.closesAt)}</strong>
        </p>
        <table className={classes.sites}>
          <thead>
            <tr>
              {[t('site'), t('state'), t('figures'), ''].map((title) => (
                <th key={title} scope="col">
                  {title}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {board.items.map((site) => (
              <SiteRow key={site.siteId} site={site} manageable={board.manageable} />
            ))}
          </tbody>
        </table>
      </Section>
      <Dialog
        opened={closing}
        title={t('closeAsk')}
        act={t('closeNow')}
        onAct={() => close.mutate(occurrenceId)}
        busy={close.isPending}
        error={close.error}
        onClose={() => setClosing(false)}
      >
        <p>{t('closeText')}</p>
      </Dialog>
    </>
  );
}

function Counts({ items }: { items: readonly SiteCheck[] }) {
  const t = useTexts();
  const count = (...states: SiteCheck['state'][]) =>
    items.filter(({ state }) => states.includes(state)).length;
  const counts = [
    ['good', t('green'), count('pass')],
    ['bad', t('red'), count('fail', 'retest')],
    ['waiting', t('silent'), count('pending', 'running')],
  ] as const;
  return (
    <dl className={classes.counts}>
      {counts.map(([tone, name, n]) => (
        <div key={tone} data-tone={tone}>
          <dt>{name}</dt>
          <dd>{n}</dd>
        </div>
      ))}
    </dl>
  );
}

function SiteRow({ site, manageable }: { site: SiteCheck; manageable: boolean }) {
  const t = useTexts();
  const step = useStepTexts();
  const wordsOf = useReasonWords();
  const { occurrenceId, siteId, test } = site;
  const again = useAct(askAgain, { done: t('asked'), changes: [checksKey] });
  const link = useAct(linkTo, {
    changes: [],
    after: ({ token }) =>
      void navigator.clipboard
        .writeText(`${location.origin}/check#${token}`)
        .then(() => notify('done', t('linkCopied'))),
  });
  return (
    <tr>
      <td>
        <strong>{site.siteName}</strong> <small>· {t(site.role)}</small>
        <br />
        <small>{site.unitName}</small>
      </td>
      <td>
        <CheckChip state={site.state} test={test} />
        {test && !test.passed && <div>{test.reasons.map(wordsOf).join(' · ')}</div>}
        {test && <Faults items={test.items} wordsOf={(key) => step(key as CheckItem)} />}
        <SiteClosing site={site} />
        {site.reportedAt && (
          <div>
            <small>{t('reported', { at: formatInstant(site.reportedAt) })}</small>
          </div>
        )}
      </td>
      <td>
        {test &&
          t('figuresText', {
            down: formatDecimal(test.downMbps, 1),
            up: formatDecimal(test.upMbps, 1),
            rtt: Math.round(test.roundTripMs),
          })}
      </td>
      <td>
        <div className={classes.acts}>
          {site.state !== 'pass' && <WhomToCall unitId={site.unitId} unitName={site.unitName} />}
          {manageable && test && site.state !== 'retest' && (
            <Button
              size="compact-sm"
              variant="default"
              onClick={() => again.mutate({ occurrenceId, siteId })}
            >
              {t('askAgain')}
            </Button>
          )}
          {manageable && (
            <Button size="compact-sm" variant="subtle" onClick={() => link.mutate({ occurrenceId, siteId })}>
              {t('copyLink')}
            </Button>
          )}
        </div>
        <Trouble error={again.error ?? link.error} />
      </td>
    </tr>
  );
}
