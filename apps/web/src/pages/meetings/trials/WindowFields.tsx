import { TextInput } from '@mantine/core';
import { useTexts } from './texts';
import { TimeField } from './TimeField';
import classes from './trials.module.css';

/** A window as its form has it; times as the browser's field has them: `2026-11-20T08:00`. */
export interface WindowDraft {
  readonly title: string;
  readonly from: string;
  readonly until: string;
}
interface Props {
  readonly value: WindowDraft;
  readonly onChange: (value: WindowDraft) => void;
  /** It has begun: only its end may still change. */
  readonly begun?: boolean;
}

export const isTimed = ({ title, from, until }: WindowDraft): boolean =>
  title.trim() !== '' && from !== '' && from < until;

/** The same when a window is planned and when it is changed. */
export function WindowFields({ value, onChange, begun = false }: Props) {
  const t = useTexts();
  const { title, from, until } = value;
  const end = (
    <TimeField label={t('until')} value={until} onChange={(at) => onChange({ ...value, until: at })} />
  );
  return (
    <>
      <TextInput
        label={t('name')}
        required
        maxLength={200}
        value={title}
        onChange={(event) => onChange({ ...value, title: event.currentTarget.value })}
      />
      {begun ? (
        end
      ) : (
        <div className={classes.pair}>
          <TimeField label={t('from')} value={from} onChange={(at) => onChange({ ...value, from: at })} />
          {end}
        </div>
      )}
    </>
  );
}
