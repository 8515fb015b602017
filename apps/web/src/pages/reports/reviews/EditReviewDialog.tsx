import type { Review } from '@diemcau/contracts/meetings/reviews';
import { useState } from 'react';
import { DayField } from '../../../admin/dates/DayField';
import { today } from '../../../admin/dates/format';
import { useAct } from '../../../admin/forms/use-act';
import { useReadVersion } from '../../../admin/forms/use-read-version';
import { Dialog } from '../../../admin/parts/Dialog';
import { isWhole, questionnaireOf, sentOf } from './questionnaire';
import { QuestionnaireFields } from './QuestionnaireFields';
import { changeReview, reviewsKey } from './queries';
import { useTexts } from './texts';

interface Props {
  readonly review: Review;
  readonly onClose: () => void;
}

/** All of it until the first unit saves an answer; after that the deadline alone. */
export function EditReviewDialog({ review, onClose }: Props) {
  const t = useTexts();
  const { id: reviewId } = review;
  const [form, setForm] = useState(questionnaireOf(review));
  const change = useAct(changeReview, { done: t('changed'), changes: [reviewsKey], after: onClose });
  const version = useReadVersion(review.version, change.error);
  const { deadline } = form;
  const whole = review.begun === 0;
  return (
    <Dialog
      opened
      title={t(whole ? 'edit' : 'extend')}
      onClose={onClose}
      act={t('keep')}
      onAct={() => deadline && change.mutate({ reviewId, version, deadline, ...(whole && sentOf(form)) })}
      busy={change.isPending}
      ready={whole ? isWhole(form) : deadline !== null}
      error={change.error}
      width={whole ? 720 : 480}
    >
      {whole ? (
        <QuestionnaireFields value={form} onChange={setForm} />
      ) : (
        <DayField
          label={t('deadline')}
          description={t('extendHint')}
          value={deadline}
          onChange={(day) => setForm({ ...form, deadline: day })}
          min={today()}
          required
        />
      )}
    </Dialog>
  );
}
