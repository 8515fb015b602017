import type { ReactNode } from 'react';
import classes from './parts.module.css';

/** What is known about one thing, name by name. `<Facts of={[[t('code'), unit.code]]} />`; null leaves a line out. */
export function Facts({ of }: { of: readonly (readonly [name: string, value: ReactNode] | null)[] }) {
  return (
    <dl className={classes.facts}>
      {of.map(
        (one) =>
          one && (
            <div key={one[0]}>
              <dt>{one[0]}</dt>
              <dd>{one[1]}</dd>
            </div>
          ),
      )}
    </dl>
  );
}
