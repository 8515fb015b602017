import type { Question, QuestionKind } from '@diemcau/contracts/meetings/reviews-questions';
import { CloseButton, Select, Switch, Textarea } from '@mantine/core';
import classes from '../reports.module.css';
import { useTexts } from './texts';

export interface Draft {
  readonly kind: QuestionKind;
  readonly text: string;
  readonly required: boolean;
  /** One per line. */
  readonly choices: string;
  /** The question that is changed; none for a new one. */
  readonly was?: Question;
}

const kinds: readonly QuestionKind[] = ['scale', 'choice', 'number', 'text'];

interface Props {
  readonly n: number;
  readonly draft: Draft;
  readonly onChange: (part: Partial<Draft>) => void;
  readonly onRemove: (() => void) | null;
}

export function QuestionFields({ n, draft, onChange, onRemove }: Props) {
  const t = useTexts();
  return (
    <div role="group" aria-label={t('question', { n })} className={classes.question}>
      {onRemove && (
        <CloseButton className={classes.remove} aria-label={t('removeQuestion', { n })} onClick={onRemove} />
      )}
      <Textarea
        label={t('question', { n })}
        value={draft.text}
        maxLength={500}
        onChange={(event) => onChange({ text: event.currentTarget.value })}
        autosize
        required
      />
      <Select
        label={t('kind')}
        data={kinds.map((value) => ({ value, label: t(`kind_${value}`) }))}
        value={draft.kind}
        onChange={(kind) => kind && onChange({ kind })}
        allowDeselect={false}
      />
      {draft.kind === 'choice' && (
        <Textarea
          label={t('choices')}
          value={draft.choices}
          onChange={(event) => onChange({ choices: event.currentTarget.value })}
          autosize
          minRows={2}
          required
        />
      )}
      <Switch
        label={t('required')}
        checked={draft.required}
        onChange={(event) => onChange({ required: event.currentTarget.checked })}
      />
    </div>
  );
}
