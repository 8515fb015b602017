import { Select } from '@mantine/core';
import type { ShiftPolicy } from '@diemcau/contracts/meetings/vocabulary';
import { WholeField } from '../../../admin/forms/WholeField';
import { DayField } from '../../../admin/dates/DayField';
import { Section } from '../../../admin/parts/Section';
import type { Draft } from './draft';
import { RepeatFields } from './RepeatFields';
import classes from './series.module.css';
import { useTexts } from './texts';
import { TimeField } from './TimeField';

const shifts = [
  'nextWorkingDay',
  'previousWorkingDay',
  'skip',
  'ask',
  'keep',
] as const satisfies readonly ShiftPolicy[];

interface Props {
  readonly draft: Draft;
  readonly put: (changes: Partial<Draft>) => void;
  readonly lastDay: string | null;
  readonly frozen: boolean;
  readonly ruleFault: string | undefined;
}

/** Said nowhere, for it is everybody's. */
const usualZone = 'Asia/Ho_Chi_Minh';

/** When it takes place: rule, first day, wall time, and what becomes of days off. */
export function WhenFields({ draft, put, lastDay, frozen, ruleFault }: Props) {
  const t = useTexts();
  const zone = draft.zone ?? usualZone;
  return (
    <Section title={t('when')}>
      <div className={classes.fields}>
        <RepeatFields
          value={draft.repeat}
          onChange={(repeat) => put({ repeat })}
          lastDay={lastDay}
          disabled={frozen}
          error={ruleFault}
        />
        <DayField
          label={t('firstDay')}
          value={draft.firstDay}
          onChange={(firstDay) => put({ firstDay })}
          disabled={frozen}
          max={lastDay ?? undefined}
          required
        />
        <TimeField
          label={zone === usualZone ? t('startsAt') : t('startsAtIn', { zone })}
          value={draft.startsAt}
          disabled={frozen}
          onChange={(startsAt) => put({ startsAt })}
        />
        <WholeField
          label={t('duration')}
          min={5}
          max={1440}
          step={15}
          value={draft.durationMin}
          disabled={frozen}
          onChange={(durationMin) => put({ durationMin, lengthSaid: true })}
        />
        <Select
          label={t('shift')}
          data={shifts.map((shift) => ({ value: shift, label: t(`shift_${shift}`) }))}
          value={draft.shift}
          allowDeselect={false}
          disabled={frozen}
          onChange={(shift) => put({ shift: shift as ShiftPolicy })}
        />
      </div>
    </Section>
  );
}
