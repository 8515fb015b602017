import type { ReviewAnswer, SaveAnswer } from '@diemcau/contracts/meetings/reviews';
import type { TrainingWish } from '@diemcau/contracts/meetings/reviews-questions';
import { Button, Skeleton } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { formatDay } from '../../../admin/dates/format';
import { NewerNotice } from '../../../admin/forms/NewerNotice';
import { Unsaved } from '../../../admin/forms/Unsaved';
import { useAct } from '../../../admin/forms/use-act';
import { useDraft } from '../../../admin/forms/use-draft';
import { PageHead } from '../../../admin/parts/PageHead';
import { Section } from '../../../admin/parts/Section';
import { Trouble } from '../../../admin/parts/Trouble';
import { ProblemNote } from '../../../parts/ProblemNote';
import classes from '../reports.module.css';
import { AnswerField } from './AnswerField';
import { answerQuery, reviewsKey, saveAnswer } from './queries';
import { useTexts } from './texts';
import { Wishes } from './Wishes';

/** The sheet of one unit: answered bit by bit, handed in whole (HB-10.2). */
export function AnswerPage() {
  const { answerId } = useParams({ from: '/work/review-answers/$answerId' });
  const { data, error, refetch } = useQuery(answerQuery(answerId));
  if (error && !data) return <ProblemNote error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton height={320} radius="lg" aria-hidden="true" />;
  return <Sheet key={data.id} sheet={data} />;
}

interface AnswerDraft {
  readonly values: Readonly<Record<string, string>>;
  readonly training: readonly TrainingWish[];
}
function draftOf({ questions, values, training }: ReviewAnswer): AnswerDraft {
  const given = new Map(values.map(({ key, value }) => [key, value]));
  return { values: Object.fromEntries(questions.map(({ key }) => [key, given.get(key) ?? ''])), training };
}
/** As it is sent; what was left empty is no answer. */
const answerOf = ({ values, training }: AnswerDraft): Pick<SaveAnswer, 'values' | 'training'> => ({
  values: Object.entries(values).flatMap(([key, value]) =>
    value.trim() === '' ? [] : [{ key, value: value.trim() }],
  ),
  training: training.filter(({ course }) => course.trim() !== ''),
});

function Sheet({ sheet }: { sheet: ReviewAnswer }) {
  const t = useTexts();
  const client = useQueryClient();
  const writing = useDraft(sheet, draftOf, answerOf);
  const { base, draft, setDraft, changed, newer, begin } = writing;
  const { values, training } = draft;
  const save = useAct(saveAnswer, {
    done: ({ state }) => t(state === 'submitted' ? 'submitted' : 'saved'),
    changes: [reviewsKey],
    after: (saved) => {
      client.setQueryData(answerQuery(sheet.id).queryKey, saved);
      begin(saved);
    },
  });
  const send = (submit: boolean) =>
    save.mutate({
      answerId: sheet.id,
      version: base.version,
      ...answerOf(draft),
      submit,
    });
  const open = sheet.takesAnswers;
  return (
    <>
      <PageHead
        title={sheet.title}
        lead={`${sheet.unitName} · ${t('deadline')}: ${formatDay(sheet.deadline)} · ${t(`state_${sheet.state}`)}`}
      >
        {open && sheet.state !== 'submitted' && (
          <Button variant="default" loading={save.isPending} disabled={newer} onClick={() => send(false)}>
            {t('save')}
          </Button>
        )}
        {open && (
          <Button loading={save.isPending} disabled={newer} onClick={() => send(true)}>
            {t('submit')}
          </Button>
        )}
      </PageHead>
      {sheet.intro && <p className={classes.intro}>{sheet.intro}</p>}
      {!open && <p className={classes.quiet}>{t('over')}</p>}
      <Unsaved changed={changed} />
      <NewerNotice {...writing} />
      {!newer && <Trouble error={save.error} />}
      <Section title={t('questions')}>
        <div className={classes.fields}>
          {sheet.questions.map((question, i) => (
            <AnswerField
              key={question.key}
              n={i + 1}
              question={question}
              value={values[question.key] ?? ''}
              onChange={
                open ? (value) => setDraft({ ...draft, values: { ...values, [question.key]: value } }) : null
              }
            />
          ))}
        </div>
      </Section>
      <Section title={t('training')}>
        <Wishes
          wishes={training}
          onChange={open ? (wishes) => setDraft({ ...draft, training: wishes }) : null}
        />
      </Section>
    </>
  );
}
