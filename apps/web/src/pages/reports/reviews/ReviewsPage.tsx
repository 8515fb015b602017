import type { AnswerLine, Review } from '@diemcau/contracts/meetings/reviews';
import { Button } from '@mantine/core';
import IconClipboardList from '@tabler/icons-react/dist/esm/icons/IconClipboardList.mjs';
import { useState } from 'react';
import { formatDay } from '../../../admin/dates/format';
import { Empty } from '../../../admin/parts/Empty';
import { PageHead } from '../../../admin/parts/PageHead';
import { Section } from '../../../admin/parts/Section';
import { StateChip } from '../../../admin/parts/StateChip';
import { useMay } from '../../../admin/permissions';
import { type Column, DataTable } from '../../../admin/table/DataTable';
import { ListTools } from '../../../admin/table/ListTools';
import classes from '../reports.module.css';
import { MakeReviewDialog } from './MakeReviewDialog';
import { useAnswers, useReviews } from './queries';
import { useTexts } from './texts';

/** What one's units are asked, and, for those who ask, how far it is (HB-10.2). */
export function ReviewsPage() {
  const t = useTexts();
  const may = useMay();
  const [making, setMaking] = useState(false);
  const runs = may('reports.receive');
  return (
    <>
      <PageHead title={t('title')} lead={t('lead')}>
        {runs && <Button onClick={() => setMaking(true)}>{t('make')}</Button>}
      </PageHead>
      {runs && <Run />}
      <Answers />
      {making && <MakeReviewDialog onClose={() => setMaking(false)} />}
    </>
  );
}

function Run() {
  const t = useTexts();
  const list = useReviews();
  const columns: Column<Review>[] = [
    { key: 'title', title: t('name'), text: ({ title }) => title },
    { key: 'year', title: t('year'), text: ({ year }) => String(year), short: true },
    {
      key: 'state',
      title: t('state'),
      text: ({ state }) => t(`state_${state}`),
      render: ({ state }) => (
        <StateChip tone={state === 'open' ? 'waiting' : state === 'closed' ? 'good' : 'neutral'}>
          {t(`state_${state}`)}
        </StateChip>
      ),
    },
    {
      key: 'progress',
      title: t('collected'),
      text: ({ answered, asked }) => t('progress', { answered, asked }),
    },
    { key: 'deadline', title: t('deadline'), text: ({ deadline }) => formatDay(deadline), short: true },
  ];
  return (
    <Section title={t('run')}>
      <DataTable
        label={t('run')}
        list={list}
        columns={columns}
        idOf={({ id }) => id}
        linkTo={({ id }) => ({ to: '/work/reviews/$reviewId', params: { reviewId: id } })}
        empty={<p className={classes.quiet}>{t('noReviews')}</p>}
      />
    </Section>
  );
}

function Answers() {
  const t = useTexts();
  const list = useAnswers();
  const columns: Column<AnswerLine>[] = [
    { key: 'title', title: t('name'), text: ({ title }) => title },
    { key: 'unit', title: t('unit'), text: ({ unitName }) => unitName },
    {
      key: 'state',
      title: t('state'),
      text: ({ state }) => t(`state_${state}`),
      render: ({ state }) => (
        <StateChip tone={state === 'submitted' ? 'good' : 'waiting'}>{t(`state_${state}`)}</StateChip>
      ),
    },
    { key: 'deadline', title: t('deadline'), text: ({ deadline }) => formatDay(deadline), short: true },
  ];
  return (
    <Section title={t('mine')}>
      <ListTools list={list} search={t('search')} />
      <DataTable
        label={t('mine')}
        list={list}
        columns={columns}
        idOf={({ id }) => id}
        linkTo={({ id }) => ({ to: '/work/review-answers/$answerId', params: { answerId: id } })}
        empty={
          <Empty icon={IconClipboardList} title={t('noneTitle')}>
            <p>{t('noneText')}</p>
          </Empty>
        }
      />
    </Section>
  );
}
