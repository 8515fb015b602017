import type { Question, QuestionKind } from '@diemcau/contracts/meetings/reviews-questions';
import { CloseButton, Fieldset, Select, Switch, Textarea } from '@mantine/core';
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
    <Fieldset legend={t('question', { n })}>
      {onRemove && (
        <CloseButton style={{ float: 'right' }} aria-label={t('removeQuestion', { n })} onClick={onRemove} />
      )}
      <Textarea
        size="md"
        label={t('question', { n })}
        value={draft.text}
        maxLength={500}
        onChange={(event) => onChange({ text: event.currentTarget.value })}
        autosize
        required
      />
      <Select
        size="md"
        label={t('kind')}
        data={kinds.map((value) => ({ value, label: t(`kind_${value}`) }))}
        value={draft.kind}
        onChange={(kind) => kind && onChange({ kind })}
        allowDeselect={false}
      />
      {draft.kind === 'choice' && (
        <Textarea
          size="md"
          label={t('choices')}
          value={draft.choices}
          onChange={(event) => onChange({ choices: event.currentTarget.value })}
          autosize
          minRows={2}
          required
        />
      )}
      <Switch
        mt="sm"
        label={t('required')}
        checked={draft.required}
        onChange={(event) => onChange({ required: event.currentTarget.checked })}
      />
    </Fieldset>
  );
}
