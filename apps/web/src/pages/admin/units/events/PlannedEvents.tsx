import type { UnitEvent } from '@diemcau/contracts/identity/unit-events';
import { Section } from '../../../../admin/parts/Section';
import { useTexts } from '../texts';
import classes from '../units.module.css';
import { EventLine } from './EventLine';

/** What is decided and does not hold yet; the soonest first. */
export function PlannedEvents({ events }: { events: readonly UnitEvent[] | undefined }) {
  const t = useTexts();
  const planned = (events ?? [])
    .filter(({ state }) => state === 'planned')
    .toSorted((a, b) => a.effectiveOn.localeCompare(b.effectiveOn));
  return (
    <aside className={classes.aside}>
      <Section title={t('plannedEvents')}>
        {planned.length === 0 && <p className={classes.quiet}>{t('nothingPlanned')}</p>}
        <ul className={classes.lines}>
          {planned.map((event) => (
            <EventLine key={event.id} event={event} />
          ))}
        </ul>
      </Section>
    </aside>
  );
}
