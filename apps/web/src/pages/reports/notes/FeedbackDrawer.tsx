import type { Feedback } from '@diemcau/contracts/meetings/notes-feedback';
import { Button, Group, Textarea } from '@mantine/core';
import { useState } from 'react';
import { formatInstant } from '../../../admin/dates/format';
import { useAct } from '../../../admin/forms/use-act';
import { DetailDrawer } from '../../../admin/parts/DetailDrawer';
import { Facts } from '../../../admin/parts/Facts';
import { Trouble } from '../../../admin/parts/Trouble';
import classes from '../reports.module.css';
import { answerFeedback, closeFeedback, feedbackKey } from './queries';
import { useTexts } from './texts';

export function FeedbackDrawer({ feedback, onClose }: { feedback: Feedback; onClose: () => void }) {
  const t = useTexts();
  const { id: feedbackId, version, state } = feedback;
  const [words, setWords] = useState(feedback.answer ?? '');
  const changes = [feedbackKey];
  const answer = useAct(answerFeedback, { done: t('answered'), changes });
  const close = useAct(closeFeedback, { done: t('closed'), changes });
  return (
    <DetailDrawer opened onClose={onClose} title={feedback.title}>
      <Facts
        of={[
          [t('unit'), feedback.unitName],
          [t('sentAt'), formatInstant(feedback.createdAt)],
          [t('state'), t(`feedback_${state}`)],
        ]}
      />
      <p className={classes.text} style={{ margin: '1rem 0' }}>
        {feedback.text}
      </p>
      {feedback.mayAnswer ? (
        <Textarea
          label={t('answer')}
          value={words}
          maxLength={5000}
          onChange={(event) => setWords(event.currentTarget.value)}
          autosize
          minRows={3}
        />
      ) : (
        feedback.answer && (
          <>
            <b>{t('answer')}</b>{' '}
            <span className={classes.quiet}>{feedback.answeredAt && formatInstant(feedback.answeredAt)}</span>
            <p className={classes.text}>{feedback.answer}</p>
          </>
        )
      )}
      <Trouble error={answer.error ?? close.error} />
      <Group mt="md">
        {feedback.mayAnswer && (
          <Button
            loading={answer.isPending}
            disabled={words.trim() === ''}
            onClick={() => answer.mutate({ feedbackId, version, answer: words.trim() })}
          >
            {t('answer')}
          </Button>
        )}
        {(feedback.mine || feedback.mayAnswer) && state !== 'closed' && (
          <Button
            variant="default"
            loading={close.isPending}
            onClick={() => close.mutate({ feedbackId, version })}
          >
            {t('close')}
          </Button>
        )}
      </Group>
    </DetailDrawer>
  );
}
