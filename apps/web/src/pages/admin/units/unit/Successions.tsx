import type { UnitHistory, UnitSuccession } from '@diemcau/contracts/identity/unit-events';
import { Link } from '@tanstack/react-router';
import { formatDay } from '../../../../admin/dates/format';
import { Section } from '../../../../admin/parts/Section';
import { useTexts } from '../texts';
import classes from '../units.module.css';

/** Who carries on what the unit did, and whose work it carries on (I2). Nothing for a unit without either. */
export function Successions({ history: { successors, predecessors } }: { history: UnitHistory }) {
  const t = useTexts();
  if (successors.length + predecessors.length === 0) return null;
  const list = (title: string, items: readonly UnitSuccession[], idOf: (one: UnitSuccession) => string) =>
    items.length > 0 && (
      <Section title={title}>
        <ul className={classes.lines}>
          {items.map((one) => (
            <li key={`${one.unitId} ${one.successorId}`}>
              <Link to="/admin/units/$unitId" params={{ unitId: idOf(one) }}>
                {one.name}
              </Link>{' '}
              <span className={classes.quiet}>{t('since', { from: formatDay(one.since) })}</span>
            </li>
          ))}
        </ul>
      </Section>
    );
  return (
    <div className={classes.pair}>
      {list(t('successors'), successors, ({ successorId }) => successorId)}
      {list(t('predecessors'), predecessors, ({ unitId }) => unitId)}
    </div>
  );
}
