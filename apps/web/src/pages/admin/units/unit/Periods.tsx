import type { UnitHistory } from '@diemcau/contracts/identity/unit-events';
import { formatDay, today } from '../../../../admin/dates/format';
import { UnitName } from '../../../../admin/units/UnitName';
import { useUnitTypes } from '../../../../admin/units/unit-types';
import { useTexts } from '../texts';
import { UnitState } from '../UnitState';
import classes from '../units.module.css';

/** What the unit was called and where it stood, period by period, the latest first. */
export function Periods({ history: { periods } }: { history: UnitHistory }) {
  const t = useTexts();
  const { nameOf } = useUnitTypes();
  const now = today();
  return (
    <ol className={classes.periods}>
      {periods.map(({ from, to, name, code, type, parentId, state }) => (
        <li key={from} data-now={(from <= now && (to === null || now < to)) || undefined}>
          <div className={classes.lineHead}>
            <b>
              {to === null
                ? t('since', { from: formatDay(from) })
                : t('fromTo', { from: formatDay(from), to: formatDay(to) })}
            </b>
            {state !== 'active' && <UnitState state={state} />}
          </div>
          <div>{name}</div>
          <div className={classes.quiet}>
            {nameOf(type)} · {code}
            {parentId && (
              <>
                {' · '}
                {t('under')} <UnitName unitId={parentId} />
              </>
            )}
          </div>
        </li>
      ))}
    </ol>
  );
}
