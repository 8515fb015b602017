import type { OverviewChecks } from '@diemcau/contracts/meetings/overview';
import { StateChip } from '../../../admin/parts/StateChip';
import classes from './department.module.css';
import { useTexts } from './texts';

const tones = { green: 'good', yellow: 'warning', red: 'bad', silent: 'waiting' } as const;
const order = ['red', 'silent', 'yellow', 'green'] as const;

/** How many sites are green, yellow, red, silent; what is none of is left out. */
export function CheckChips({ of }: { of: OverviewChecks }) {
  const t = useTexts();
  return (
    <span className={classes.chips}>
      {order
        .filter((key) => of[key] > 0)
        .map((key) => (
          <StateChip key={key} tone={tones[key]}>
            {t(key, { n: of[key] })}
          </StateChip>
        ))}
    </span>
  );
}
