import type { Question } from '@diemcau/contracts/meetings/reviews-questions';
import { Button, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { DayField } from '../../../admin/dates/DayField';
import { today } from '../../../admin/dates/format';
import { useAct } from '../../../admin/forms/use-act';
import { Dialog } from '../../../admin/parts/Dialog';
import { UnitPicker } from '../../../admin/units/UnitPicker';
import { type Draft, QuestionFields } from './QuestionFields';
import { makeReview, reviewsKey } from './queries';
import { useTexts } from './texts';

const empty: Draft = { kind: 'scale', text: '', required: true, choices: '' };
const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

function toQuestion({ kind, text, required, choices }: Draft, n: number): Question {
  const question = { key: `cau-${n + 1}`, kind, text: text.trim(), required };
  if (kind === 'choice') return { ...question, choices: linesOf(choices) };
  return kind === 'scale' ? { ...question, min: 1, max: 5 } : question;
}

const isWhole = ({ kind, text, choices }: Draft): boolean =>
  text.trim() !== '' && (kind !== 'choice' || linesOf(choices).length >= 2);

/** The questionnaire of a year; it is sent once it looks right. */
export function MakeReviewDialog({ onClose }: { onClose: () => void }) {
  const t = useTexts();
  const year = Number(today().slice(0, 4));
  const [unitId, setUnitId] = useState<string | null>(null);
  const [title, setTitle] = useState('');
  const [intro, setIntro] = useState('');
  const [deadline, setDeadline] = useState<string | null>(null);
  const [drafts, setDrafts] = useState<readonly Draft[]>([empty]);
  const make = useAct(makeReview, { done: t('made'), changes: [reviewsKey], after: onClose });
  const change = (n: number, part: Partial<Draft>) =>
    setDrafts((before) => before.map((draft, i) => (i === n ? { ...draft, ...part } : draft)));
  const submit = () => {
    if (!unitId || !deadline) return;
    const questions = drafts.map(toQuestion);
    make.mutate({ unitId, year, title: title.trim(), intro: intro.trim(), deadline, questions });
  };
  return (
    <Dialog
      opened
      title={t('make')}
      onClose={onClose}
      act={t('make')}
      onAct={submit}
      busy={make.isPending}
      ready={unitId !== null && deadline !== null && title.trim() !== '' && drafts.every(isWhole)}
      error={make.error}
      width={720}
    >
      <UnitPicker label={t('unit')} value={unitId} onChange={setUnitId} required />
      <TextInput
        label={t('name')}
        value={title}
        maxLength={200}
        onChange={(event) => setTitle(event.currentTarget.value)}
        required
      />
      <Textarea
        label={t('intro')}
        value={intro}
        maxLength={2000}
        onChange={(event) => setIntro(event.currentTarget.value)}
        autosize
        minRows={2}
      />
      <DayField label={t('deadline')} value={deadline} onChange={setDeadline} min={today()} required />
      {drafts.map((draft, n) => (
        <QuestionFields
          // oxlint-disable-next-line react/no-array-index-key -- questions have no name of their own but their place
          key={n}
          n={n + 1}
          draft={draft}
          onChange={(part) => change(n, part)}
          onRemove={drafts.length > 1 ? () => setDrafts(drafts.filter((_, i) => i !== n)) : null}
        />
      ))}
      <Button variant="default" onClick={() => setDrafts([...drafts, empty])} disabled={drafts.length >= 60}>
        {t('addQuestion')}
      </Button>
    </Dialog>
  );
}
