import type { Collected } from '@diemcau/contracts/meetings/reviews-questions';
import { Button, Progress, Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { formatDay } from '../../../admin/dates/format';
import { useAct } from '../../../admin/forms/use-act';
import { PageHead } from '../../../admin/parts/PageHead';
import { Section } from '../../../admin/parts/Section';
import { Trouble } from '../../../admin/parts/Trouble';
import { ProblemNote } from '../../../parts/ProblemNote';
import classes from '../reports.module.css';
import { closeReview, collectedQuery, openReview, reviewsKey } from './queries';
import { useTexts } from './texts';

/** What the units answered, in one, while it comes in (HB-10.2). */
export function ReviewPage() {
  const t = useTexts();
  const { reviewId } = useParams({ from: '/work/reviews/$reviewId' });
  const { data, error, refetch } = useQuery(collectedQuery(reviewId));
  const open = useAct(openReview, { done: t('opened'), changes: [reviewsKey] });
  const close = useAct(closeReview, { done: t('closed'), changes: [reviewsKey] });
  if (error && !data) return <ProblemNote error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton height={320} radius="lg" aria-hidden="true" />;
  const { review, questions, training, missing } = data;
  const act = { reviewId, version: review.version };
  const { answered, asked } = review;
  return (
    <>
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
      {questions.map((question, i) => (
        <Section key={question.key} title={`${i + 1}. ${question.text}`}>
          <Answers of={question} />
        </Section>
      ))}
      <Section title={t('training')}>
        {training.length === 0 && <p className={classes.quiet}>{t('noTraining')}</p>}
        <ul className={classes.list}>
          {training.map(({ unitName, course, people, month, note }) => (
            <li key={`${unitName} ${course} ${month}`}>
              <b>{course}</b>
              <div className={classes.quiet}>
                {[unitName, `${t('people')}: ${people}`, `${t('month')}: ${month ?? t('anyMonth')}`, note]
                  .filter(Boolean)
                  .join(' · ')}
              </div>
            </li>
          ))}
        </ul>
      </Section>
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
