import '@mantine/core/styles/NumberInput.css';
import type { Criterion } from '@diemcau/contracts/meetings/scoring';
import { ActionIcon, Button, NumberInput } from '@mantine/core';
import IconMinus from '@tabler/icons-react/dist/esm/icons/IconMinus.mjs';
import IconPlus from '@tabler/icons-react/dist/esm/icons/IconPlus.mjs';
import type { FormEvent } from 'react';
import { Trouble } from '../../../../admin/parts/Trouble';
import { formatPoints, pointsField } from '../../rows/points';
import classes from '../scores.module.css';
import { useTexts } from '../texts';
import { type Given, isEmpty, isFault, stepped, totalOf } from './mine';

interface Props {
  readonly criteria: readonly Criterion[];
  readonly given: Given;
  readonly dirty: boolean;
  readonly last: boolean;
  readonly busy: boolean;
  readonly error: unknown;
  readonly onChange: (given: Given) => void;
  readonly onSave: () => void;
}

/** One of the jury scores one contestant: large enough for a thumb, in quarters. */
export function PointsForm({ criteria, given, dirty, last, busy, error, onChange, onSave }: Props) {
  const t = useTexts();
  const wrong = criteria.some((criterion) => isFault(given[criterion.id], criterion));
  const most = criteria.reduce((sum, { maxPoints }) => sum + maxPoints, 0);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!wrong && !busy && !isEmpty(given)) onSave();
  };
  return (
    <form className={classes.points} onSubmit={submit} noValidate>
      {criteria.map((criterion) => {
        const { id, title, maxPoints } = criterion;
        const points = given[id];
        const step = (by: -0.25 | 0.25) => onChange({ ...given, [id]: stepped(points, by, criterion) });
        return (
          <div key={id} className={classes.criterion}>
            <span className={classes.criterionTitle}>
              {title} <small>{t('most', { n: formatPoints(maxPoints) })}</small>
            </span>
            <div className={classes.stepper}>
              <ActionIcon
                variant="default"
                size={44}
                aria-label={t('less', { title })}
                onClick={() => step(-0.25)}
              >
                <IconMinus size={22} aria-hidden="true" />
              </ActionIcon>
              <NumberInput
                {...pointsField()}
                className={classes.number}
                aria-label={t('points', { title })}
                hideControls
                inputMode="decimal"
                min={0}
                max={maxPoints}
                step={0.25}
                clampBehavior="none"
                value={points ?? ''}
                error={isFault(points, criterion) ? t('fault', { n: formatPoints(maxPoints) }) : null}
                onChange={(typed) =>
                  onChange({ ...given, [id]: typeof typed === 'number' ? typed : undefined })
                }
              />
              <ActionIcon
                variant="default"
                size={44}
                aria-label={t('more', { title })}
                onClick={() => step(0.25)}
              >
                <IconPlus size={22} aria-hidden="true" />
              </ActionIcon>
            </div>
          </div>
        );
      })}
      <Trouble error={error} />
      <div className={classes.bar}>
        <strong className={classes.ownTotal}>
          {t('ownTotal', { n: formatPoints(totalOf(given, criteria)), most: formatPoints(most) })}
        </strong>
        {dirty && <span className={classes.soft}>{t('unsaved')}</span>}
        <Button type="submit" size="md" disabled={wrong || isEmpty(given)} loading={busy}>
          {t(last ? 'saveLast' : 'saveNext')}
        </Button>
      </div>
    </form>
  );
}
