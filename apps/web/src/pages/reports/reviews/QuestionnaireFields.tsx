import { Button, Textarea, TextInput } from '@mantine/core';
import { DayField } from '../../../admin/dates/DayField';
import { today } from '../../../admin/dates/format';
import { type Draft, QuestionFields } from './QuestionFields';
import { emptyQuestion, type Questionnaire } from './questionnaire';
import { useTexts } from './texts';

interface Props {
  readonly value: Questionnaire;
  readonly onChange: (value: Questionnaire) => void;
}
const most = 60;

/** The same when a review is made and when it is changed. */
export function QuestionnaireFields({ value, onChange }: Props) {
  const t = useTexts();
  const { title, intro, deadline, questions } = value;
  const put = (part: Partial<Questionnaire>) => onChange({ ...value, ...part });
  const change = (n: number, part: Partial<Draft>) =>
    put({ questions: questions.map((draft, i) => (i === n ? { ...draft, ...part } : draft)) });
  return (
    <>
      <TextInput
        label={t('name')}
        value={title}
        maxLength={200}
        onChange={(event) => put({ title: event.currentTarget.value })}
        required
      />
      <Textarea
        label={t('intro')}
        value={intro}
        maxLength={2000}
        onChange={(event) => put({ intro: event.currentTarget.value })}
        autosize
        minRows={2}
      />
      <DayField
        label={t('deadline')}
        value={deadline}
        onChange={(day) => put({ deadline: day })}
        min={today()}
        required
      />
      {questions.map((draft, n) => (
        <QuestionFields
          // oxlint-disable-next-line react/no-array-index-key -- questions have no name of their own but their place
          key={n}
          n={n + 1}
          draft={draft}
          onChange={(part) => change(n, part)}
          onRemove={
            questions.length > 1 ? () => put({ questions: questions.filter((_, i) => i !== n) }) : null
          }
        />
      ))}
      <Button
        variant="default"
        onClick={() => put({ questions: [...questions, emptyQuestion] })}
        disabled={questions.length >= most}
      >
        {t('addQuestion')}
      </Button>
    </>
  );
}
