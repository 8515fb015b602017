import type { Collected } from '@diemcau/contracts/meetings/reviews-questions';
import { Button, Progress, Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { formatDay } from '../../../admin/dates/format';
import { useAct } from '../../../admin/forms/use-act';
import { Back } from '../../../admin/parts/Back';
import { PageHead } from '../../../admin/parts/PageHead';
import { Section } from '../../../admin/parts/Section';
import { Trouble } from '../../../admin/parts/Trouble';
import { ProblemNote } from '../../../parts/ProblemNote';
import { Downloads } from '../Downloads';
import classes from '../reports.module.css';
import { EditReviewDialog } from './EditReviewDialog';
import { closeReview, collectedQuery, openReview, reviewsKey } from './queries';
import { useTexts } from './texts';
import { TrainingPlan } from './TrainingPlan';

/** What the units answered, in one, while it comes in (HB-10.2). */
export function ReviewPage() {
  const t = useTexts();
  const { reviewId } = useParams({ from: '/work/reviews/$reviewId' });
  const { data, error, refetch } = useQuery(collectedQuery(reviewId));
  const [editing, setEditing] = useState(false);
  const open = useAct(openReview, { done: t('opened'), changes: [reviewsKey] });
  const close = useAct(closeReview, { done: t('closed'), changes: [reviewsKey] });
  if (error && !data) return <ProblemNote error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton height={320} radius="lg" aria-hidden="true" />;
  const { review, questions, missing } = data;
  const act = { reviewId, version: review.version };
  const { answered, asked } = review;
  return (
    <>
      <Back>
        <Link to="/work/reviews">{t('title')}</Link>
      </Back>
      <PageHead
        title={review.title}
        lead={[
          review.unitName,
          t(`state_${review.state}`),
          `${t('deadline')}: ${formatDay(review.deadline)}`,
          review.state === 'draft' ? null : t('progress', { answered, asked }),
        ]
          .filter(Boolean)
          .join(' · ')}
      >
        {review.state !== 'draft' && <Downloads path={`/api/v1/reviews/${reviewId}/collected`} />}
        {review.state !== 'closed' && (
          <Button variant="default" onClick={() => setEditing(true)}>
            {t(review.begun === 0 ? 'edit' : 'extend')}
          </Button>
        )}
        {review.state === 'draft' && (
          <Button loading={open.isPending} onClick={() => open.mutate(act)}>
            {t('open')}
          </Button>
        )}
        {review.state === 'open' && (
          <Button variant="default" loading={close.isPending} onClick={() => close.mutate(act)}>
            {t('close')}
          </Button>
        )}
      </PageHead>
      <Trouble error={open.error ?? close.error} />
      {editing && <EditReviewDialog review={review} onClose={() => setEditing(false)} />}
      {questions.map((question, i) => (
        <Section key={question.key} title={`${i + 1}. ${question.text}`}>
          <Answers of={question} />
        </Section>
      ))}
      <TrainingPlan of={data} />
      {missing.length > 0 && (
        <Section title={t('missing')}>
          <ul>
            {missing.map((name) => (
              <li key={name}>{name}</li>
            ))}
          </ul>
        </Section>
      )}
    </>
  );
}

function Answers({ of: { count, mean, sum, tallies, texts } }: { of: Collected }) {
  const t = useTexts();
  return (
    <>
      <p className={classes.quiet}>
        {[t('count', { n: count }), mean !== null && t('mean', { mean }), sum !== null && t('sum', { sum })]
          .filter(Boolean)
          .join(' · ')}
      </p>
      {tallies.map(({ value, count: of }) => (
        <div key={value} className={classes.line}>
          <span>{value}</span>
          <b>{of}</b>
          <Progress w="100%" value={count === 0 ? 0 : (of / count) * 100} aria-label={`${value}: ${of}`} />
        </div>
      ))}
      <ul className={classes.list}>
        {texts.map(({ unitName, value }) => (
          <li key={`${unitName} ${value}`}>
            <p className={classes.text}>{value}</p>
            <div className={classes.quiet}>{unitName}</div>
          </li>
        ))}
      </ul>
    </>
  );
}
