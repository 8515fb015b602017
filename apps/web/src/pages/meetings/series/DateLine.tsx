import type { DateOutcome, PreviewDate } from '@diemcau/contracts/meetings/recurrence';
import type { DateChoice } from '@diemcau/contracts/meetings/series';
import { Button } from '@mantine/core';
import { StateChip, type Tone } from '../../../admin/parts/StateChip';
import { ConflictLine } from './ConflictLine';
import { dayWords, timeOf } from './day-words';
import { ReasonLine } from './ReasonLine';
import classes from './series.module.css';
import { useTexts } from './texts';

const tones: Record<DateOutcome, Tone> = {
  asPlanned: 'good',
  shifted: 'warning',
  moved: 'warning',
  skipped: 'neutral',
  waiting: 'waiting',
};

interface Props {
  readonly date: PreviewDate;
  readonly choice: DateChoice | null;
  readonly onMove: ((nominal: string) => void) | undefined;
  readonly onChoose: ((nominal: string, choice: DateChoice | null) => void) | undefined;
}

/** One date: when it is held, why it is not on its day, who else has the room, and what one may do about it. */
export function DateLine({ date, choice, onMove, onChoose }: Props) {
  const t = useTexts();
  const { nominal, outcome, day, startsAt, conflicts } = date;
  return (
    <li className={classes.date}>
      <div className={classes.dateHead}>
        <span className={classes.day}>
          {dayWords(day ?? nominal, t)}
          {startsAt && `, ${timeOf(startsAt)}`}
        </span>
        <StateChip tone={tones[outcome]}>{t(`outcome_${outcome}`)}</StateChip>
      </div>
      <ReasonLine date={date} />
      {conflicts.map((conflict) => (
        <ConflictLine
          key={`${conflict.kind} ${conflict.id} ${conflict.startsAt} ${conflict.own || conflict.title}`}
          conflict={conflict}
        />
      ))}
      {onChoose && onMove && (
        <div
          className={classes.buttons}
          role="group"
          aria-label={t('choices', { day: dayWords(nominal, t) })}
        >
          {choice === null ? (
            <Choices date={date} onMove={onMove} onChoose={onChoose} />
          ) : (
            <Button size="compact-sm" variant="default" onClick={() => onChoose(nominal, null)}>
              {t('takeBack')}
            </Button>
          )}
        </div>
      )}
    </li>
  );
}

interface ChoicesProps {
  readonly date: PreviewDate;
  readonly onMove: (nominal: string) => void;
  readonly onChoose: (nominal: string, choice: DateChoice | null) => void;
}

function Choices({ date: { nominal, outcome, conflicts }, onMove, onChoose }: ChoicesProps) {
  const t = useTexts();
  const variant = conflicts.length > 0 ? 'light' : 'subtle';
  const choose = (choice: 'skip' | 'ask' | 'hold') => () =>
    onChoose(nominal, { nominal, choice, day: null, startsAt: null, note: null });
  return (
    <>
      <Button size="compact-sm" variant={variant} onClick={() => onMove(nominal)}>
        {t('move')}
      </Button>
      {outcome !== 'skipped' && (
        <Button size="compact-sm" variant={variant} onClick={choose('skip')}>
          {t('skip')}
        </Button>
      )}
      {outcome !== 'waiting' && (
        <Button size="compact-sm" variant={variant} onClick={choose('ask')}>
          {t('ask')}
        </Button>
      )}
      {outcome !== 'asPlanned' && (
        <Button size="compact-sm" variant={variant} onClick={choose('hold')}>
          {t('hold')}
        </Button>
      )}
    </>
  );
}
