import type { OverviewTrainings } from '@diemcau/contracts/meetings/overview';
import { Link } from '@tanstack/react-router';
import { formatInstant } from '../../../admin/dates/format';
import { Section } from '../../../admin/parts/Section';
import classes from './department.module.css';
import { useTexts } from './texts';

/** The next events of training (DA-1a). */
export function Trainings({ of: { items, total } }: { of: OverviewTrainings }) {
  const t = useTexts();
  return (
    <Section title={t('trainings')} actions={<Link to="/work/trainings">{t('allTrainings')}</Link>}>
      {total === 0 && <p className={classes.soft}>{t('noTrainings')}</p>}
      <ul className={classes.list}>
        {items.map(({ trainingId, title, unitName, startsAt, capacity, registered }) => (
          <li key={trainingId} className={classes.row}>
            <span className={classes.grow}>
              <Link to="/work/trainings/$trainingId" params={{ trainingId }}>
                {title}
              </Link>
              <br />
              <span className={classes.soft}>
                {formatInstant(startsAt)} · {unitName}
              </span>
            </span>
            <span className={classes.soft}>{t('seats', { registered, capacity })}</span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
