import { useState } from 'react';
import { today } from '../../../admin/dates/format';
import { useAct } from '../../../admin/forms/use-act';
import { Dialog } from '../../../admin/parts/Dialog';
import { UnitPicker } from '../../../admin/units/UnitPicker';
import { emptyQuestionnaire, isWhole, sentOf } from './questionnaire';
import { QuestionnaireFields } from './QuestionnaireFields';
import { makeReview, reviewsKey } from './queries';
import { useTexts } from './texts';

/** The questionnaire of a year; it is sent once it looks right. */
export function MakeReviewDialog({ onClose }: { onClose: () => void }) {
  const t = useTexts();
  const year = Number(today().slice(0, 4));
  const [unitId, setUnitId] = useState<string | null>(null);
  const [form, setForm] = useState(emptyQuestionnaire);
  const make = useAct(makeReview, { done: t('made'), changes: [reviewsKey], after: onClose });
  const { deadline } = form;
  return (
    <Dialog
      opened
      title={t('make')}
      onClose={onClose}
      act={t('make')}
      onAct={() => unitId && deadline && make.mutate({ unitId, year, deadline, ...sentOf(form) })}
      busy={make.isPending}
      ready={unitId !== null && isWhole(form)}
      error={make.error}
      width={720}
    >
      <UnitPicker label={t('unit')} value={unitId} onChange={setUnitId} required />
      <QuestionnaireFields value={form} onChange={setForm} />
    </Dialog>
  );
}
