import '@mantine/core/styles/NumberInput.css';
import { NumberInput, TextInput } from '@mantine/core';
import { AddRow } from './AddRow';
import { OrderedRows } from './OrderedRows';
import { formatPoints, pointsField } from './points';
import type { Keyed } from './rows';
import classes from './rows.module.css';
import { useTexts } from './texts';

export interface CriterionRow {
  /** Of one the server knows. */
  readonly id?: string;
  readonly title: string;
  readonly maxPoints: number;
}
interface Props {
  readonly rows: readonly Keyed<CriterionRow>[];
  readonly onChange: (rows: Keyed<CriterionRow>[]) => void;
}

export const areCriteria = (rows: readonly CriterionRow[]): boolean =>
  rows.every(({ title, maxPoints }) => title.trim() !== '' && maxPoints >= 0.25 && maxPoints <= 1000);

/** The lines of a score sheet, in their order, with what each is worth (HB-2.1). */
export function CriteriaFields({ rows, onChange }: Props) {
  const t = useTexts();
  return (
    <>
      <OrderedRows rows={rows} onChange={onChange} nameOf={({ title }, n) => title || t('criterion', { n })}>
        {({ title, maxPoints }, n, put) => (
          <>
            <TextInput
              aria-label={t('criterion', { n })}
              placeholder={t('criterion', { n })}
              value={title}
              maxLength={300}
              onChange={(event) => put({ title: event.currentTarget.value })}
            />
            <NumberInput
              {...pointsField()}
              className={classes.points}
              aria-label={t('maxPoints', { n })}
              suffix={t('points')}
              min={0.25}
              max={1000}
              step={1}
              value={maxPoints}
              onChange={(typed) => typeof typed === 'number' && put({ maxPoints: typed })}
            />
          </>
        )}
      </OrderedRows>
      {rows.length > 0 && (
        <p className={classes.total}>
          {t('total', { n: formatPoints(rows.reduce((sum, row) => sum + row.maxPoints, 0)) })}
        </p>
      )}
      <AddRow
        rows={rows}
        onChange={onChange}
        most={30}
        blank={{ title: '', maxPoints: 10 }}
        label={t('addCriterion')}
      />
    </>
  );
}
