import { Button } from '@mantine/core';
import IconChevronLeft from '@tabler/icons-react/dist/esm/icons/IconChevronLeft.mjs';
import IconChevronRight from '@tabler/icons-react/dist/esm/icons/IconChevronRight.mjs';
import classes from './table.module.css';
import { formatCount } from './count';
import { useTexts } from './texts';
import type { List } from './use-list';

/** Which rows are shown, of how many, and the way on; nothing while everything is on one page and uncounted. */
export function Pager<T>({ list }: { list: List<T> }) {
  const t = useTexts();
  const { from, rows, total, next, previous } = list;
  if (rows.length === 0 || (total === null && !next && !previous)) return null;
  const range = { from: formatCount(from), to: formatCount(from + rows.length - 1) };
  return (
    <div className={classes.pager}>
      <span aria-live="polite">
        {total === null ? t('range', range) : t('rangeOf', { ...range, total: formatCount(total) })}
      </span>
      {(next || previous) && (
        <div className={classes.turn}>
          <Button
            variant="default"
            size="compact-md"
            disabled={!previous}
            onClick={() => previous?.()}
            leftSection={<IconChevronLeft size={18} aria-hidden="true" />}
          >
            {t('previous')}
          </Button>
          <Button
            variant="default"
            size="compact-md"
            disabled={!next}
            onClick={() => next?.()}
            rightSection={<IconChevronRight size={18} aria-hidden="true" />}
          >
            {t('next')}
          </Button>
        </div>
      )}
    </div>
  );
}
