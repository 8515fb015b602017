import type { UnitChange } from '@diemcau/contracts/identity/unit-events';
import IconArrowRight from '@tabler/icons-react/dist/esm/icons/IconArrowRight.mjs';
import type { ReactNode } from 'react';
import { formatCount } from '../../../../admin/table/count';
import { UnitName } from '../../../../admin/units/UnitName';
import { UnitState } from '../UnitState';
import { useTexts } from '../texts';
import classes from './events.module.css';
import { type Gathered, gathered } from './gathered';

/** Shown of each kind; the others are counted. */
const shownAtMost = 12;

/** Unit by unit what changes; those that only get another place are named under the one they come to. */
export function Changes({ units }: { units: readonly UnitChange[] }) {
  const t = useTexts();
  const { single, arrivals } = gathered(units);
  // What is founded only by this event is known nowhere else.
  const founded = new Map(
    units.flatMap(({ unitId, before, after }) => (before ? [] : [[unitId, after.name]])),
  );
  const nameOf = (unitId: string) => founded.get(unitId) ?? <UnitName unitId={unitId} />;
  return (
    <>
      <ul className={classes.changes}>
        {single.slice(0, shownAtMost).map((change) => (
          <Change key={change.unitId} change={change} nameOf={nameOf} />
        ))}
        {arrivals.map((arrival) => (
          <Arrival key={arrival.parentId} arrival={arrival} nameOf={nameOf} />
        ))}
      </ul>
      {single.length > shownAtMost && (
        <p>{t('moreUnits', { n: formatCount(single.length - shownAtMost) })}</p>
      )}
    </>
  );
}

type NameOf = (unitId: string) => ReactNode;

function Arrival({ arrival: { parentId, names }, nameOf }: { arrival: Gathered; nameOf: NameOf }) {
  const t = useTexts();
  const hidden = names.length - shownAtMost;
  return (
    <li>
      <b>
        {t('goTo', { n: formatCount(names.length) })} {nameOf(parentId)}
      </b>
      : {names.slice(0, shownAtMost).join(', ')}
      {hidden > 0 && ` ${t('moreUnits', { n: formatCount(hidden) })}`}
    </li>
  );
}

function Change({ change: { before, after }, nameOf }: { change: UnitChange; nameOf: NameOf }) {
  const t = useTexts();
  const renamed = before && before.name !== after.name;
  const moved = before?.parentId !== after.parentId && after.parentId;
  return (
    <li>
      <span className={classes.was}>
        {before ? before.name : t('newUnit')}
        {(renamed || !before) && (
          <>
            <IconArrowRight size={16} aria-label={t('becomes')} />
            <b>{after.name}</b>
          </>
        )}
      </span>
      {before && before.code !== after.code && (
        <span>{t('codeBecomes', { from: before.code, to: after.code })}</span>
      )}
      {moved && (
        <span>
          {t(before ? 'goesUnder' : 'under')} {nameOf(moved)}
        </span>
      )}
      {before && before.state !== after.state && <UnitState state={after.state} />}
    </li>
  );
}
