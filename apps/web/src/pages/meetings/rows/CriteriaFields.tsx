import '@mantine/core/styles/NumberInput.css';
import { Button, NumberInput, TextInput } from '@mantine/core';
import IconPlus from '@tabler/icons-react/dist/esm/icons/IconPlus.mjs';
import { formatPoints, pointsField } from './points';
import { RowButtons } from './RowButtons';
import { changed, type Keyed, moved, without, withOneMore } from './rows';
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
const most = 30;

export const areCriteria = (rows: readonly CriterionRow[]): boolean =>
  rows.every(({ title, maxPoints }) => title.trim() !== '' && maxPoints >= 0.25 && maxPoints <= 1000);

/** The lines of a score sheet, in their order, with what each is worth (HB-2.1). */
export function CriteriaFields({ rows, onChange }: Props) {
  const t = useTexts();
  return (
    <>
      <ol className={classes.list}>
        {rows.map(({ key, title, maxPoints }, at) => (
          <li key={key} className={classes.row}>
            <TextInput
              aria-label={t('criterion', { n: at + 1 })}
              placeholder={t('criterion', { n: at + 1 })}
              value={title}
              maxLength={300}
              onChange={(event) => onChange(changed(rows, key, { title: event.currentTarget.value }))}
            />
            <NumberInput
              {...pointsField()}
              size="md"
              className={classes.points}
              aria-label={t('maxPoints', { n: at + 1 })}
              suffix={t('points')}
              min={0.25}
              max={1000}
              step={1}
              value={maxPoints}
              onChange={(typed) =>
                typeof typed === 'number' && onChange(changed(rows, key, { maxPoints: typed }))
              }
            />
            <RowButtons
              name={title || t('criterion', { n: at + 1 })}
              first={at === 0}
              last={at === rows.length - 1}
              onMove={(by) => onChange(moved(rows, key, by))}
              onRemove={() => onChange(without(rows, key))}
            />
          </li>
        ))}
      </ol>
      {rows.length > 0 && (
        <p className={classes.total}>
          {t('total', { n: formatPoints(rows.reduce((sum, row) => sum + row.maxPoints, 0)) })}
        </p>
      )}
      <Button
        variant="default"
        leftSection={<IconPlus size={18} aria-hidden="true" />}
        disabled={rows.length >= most}
        onClick={() => onChange(withOneMore<CriterionRow>(rows, { title: '', maxPoints: 10 }))}
      >
        {t('addCriterion')}
      </Button>
    </>
  );
}
