import type { ImportCounts, RowOutcome } from '@diemcau/contracts/identity/imports';
import type { Icon } from '@tabler/icons-react';
import IconAlertTriangle from '@tabler/icons-react/dist/esm/icons/IconAlertTriangle.mjs';
import IconEqual from '@tabler/icons-react/dist/esm/icons/IconEqual.mjs';
import IconPencil from '@tabler/icons-react/dist/esm/icons/IconPencil.mjs';
import IconPlus from '@tabler/icons-react/dist/esm/icons/IconPlus.mjs';
import { formatCount } from '../../../../admin/table/count';
import { useTexts } from '../texts';
import classes from './run.module.css';

export const outcomes = ['create', 'change', 'unchanged', 'error'] as const satisfies readonly RowOutcome[];

export const outcomeIcons: Record<RowOutcome, Icon> = {
  create: IconPlus,
  change: IconPencil,
  unchanged: IconEqual,
  error: IconAlertTriangle,
};

export function Counts({ counts }: { counts: ImportCounts }) {
  const t = useTexts();
  return (
    <dl className={classes.counts}>
      {outcomes.map((outcome) => {
        const Mark = outcomeIcons[outcome];
        return (
          <div key={outcome} data-outcome={outcome}>
            <dt>
              <Mark size={18} aria-hidden="true" />
              {t(`outcome_${outcome}`)}
            </dt>
            <dd>{formatCount(counts[outcome])}</dd>
          </div>
        );
      })}
    </dl>
  );
}
