import { MultiSelect, Select, TextInput } from '@mantine/core';
import { WholeField } from '../../../admin/forms/WholeField';
import { DayField } from '../../../admin/dates/DayField';
import { formatDay } from '../../../admin/dates/format';
import { type Repeat, type RepeatKind, repeatKinds, untilOf, type Weekday, weekdays } from './repeat';
import classes from './series.module.css';
import { useTexts } from './texts';

interface Props {
  readonly value: Repeat;
  readonly onChange: (repeat: Repeat) => void;
  /** It ends by then at the latest, whatever the rule says. */
  readonly lastDay: string | null;
  readonly disabled: boolean;
  readonly error: string | undefined;
}

const nths = ['1', '2', '3', '4', '-1'] as const;
const monthDays = [...Array.from({ length: 31 }, (_, at) => at + 1), -1];

/** "Monthly on the 25th", as people say it; a rule of RFC 5545 only for what cannot be said so. */
export function RepeatFields({ value, onChange, lastDay, disabled, error }: Props) {
  const t = useTexts();
  const put = (changes: Partial<Repeat>) => onChange({ ...value, ...changes });
  const isRule = value.kind === 'rule';
  return (
    <>
      <Select
        label={t('repeat')}
        data={repeatKinds.map((kind) => ({ value: kind, label: t(`repeat_${kind}`) }))}
        value={value.kind}
        allowDeselect={false}
        disabled={disabled}
        onChange={(kind) => put({ kind: kind as RepeatKind })}
      />
      {value.kind === 'monthDay' && (
        <Select
          label={t('monthDay')}
          data={monthDays.map((day) => ({
            value: String(day),
            label: day === -1 ? t('lastDay') : String(day),
          }))}
          value={String(value.monthDay)}
          allowDeselect={false}
          disabled={disabled}
          onChange={(day) => put({ monthDay: Number(day) })}
        />
      )}
      {value.kind === 'monthWeekday' && <WeekdayOfMonth {...{ value, put, disabled }} />}
      {value.kind === 'weekly' && (
        <MultiSelect
          label={t('weekdays')}
          data={weekdays.map((day) => ({ value: day, label: t(day) }))}
          value={[...value.weekdays]}
          disabled={disabled}
          onChange={(days) => put({ weekdays: days as Weekday[] })}
        />
      )}
      {isRule && (
        <TextInput
          className={classes.wide}
          label={t('rule')}
          description={t('ruleHint')}
          value={value.text}
          maxLength={500}
          error={error}
          disabled={disabled}
          onChange={(event) => put({ text: event.currentTarget.value })}
        />
      )}
      {!isRule && <HowOften {...{ value, put, lastDay, disabled }} />}
    </>
  );
}

interface PartProps {
  readonly value: Repeat;
  readonly put: (changes: Partial<Repeat>) => void;
  readonly disabled: boolean;
}

function WeekdayOfMonth({ value, put, disabled }: PartProps) {
  const t = useTexts();
  return (
    <div className={classes.fields}>
      <Select
        label={t('nth')}
        data={nths.map((nth) => ({ value: nth, label: t(`nth_${nth}`) }))}
        value={String(value.nth)}
        allowDeselect={false}
        disabled={disabled}
        onChange={(nth) => put({ nth: Number(nth) })}
      />
      <Select
        label={t('weekday')}
        data={weekdays.map((day) => ({ value: day, label: t(day) }))}
        value={value.weekdays[0] ?? 'MO'}
        allowDeselect={false}
        disabled={disabled}
        onChange={(day) => put({ weekdays: [day as Weekday] })}
      />
    </div>
  );
}

function HowOften({ value, put, lastDay, disabled }: PartProps & Pick<Props, 'lastDay'>) {
  const t = useTexts();
  return (
    <>
      <WholeField
        label={t(value.kind === 'weekly' ? 'everyWeeks' : 'everyMonths')}
        max={24}
        value={value.interval}
        disabled={disabled}
        onChange={(interval) => put({ interval })}
      />
      <MultiSelect
        label={t('months')}
        description={t('monthsHint')}
        data={Array.from({ length: 12 }, (_, at) => ({
          value: String(at + 1),
          label: t('month', { n: at + 1 }),
        }))}
        value={value.months.map(String)}
        clearable
        disabled={disabled}
        onChange={(months) => put({ months: months.map(Number) })}
      />
      <DayField
        label={t('until')}
        description={lastDay === null ? t('untilHint') : t('untilLatest', { day: formatDay(lastDay) })}
        value={untilOf(value.until, lastDay)}
        max={lastDay ?? undefined}
        disabled={disabled}
        onChange={(wanted) => {
          const until = untilOf(wanted, lastDay);
          // What ends with its plan needs no end of its own.
          put({ until: until === lastDay ? null : until });
        }}
      />
    </>
  );
}
