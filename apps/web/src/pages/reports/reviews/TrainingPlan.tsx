import type { ReviewReport } from '@diemcau/contracts/meetings/reviews';
import { Section } from '../../../admin/parts/Section';
import classes from '../reports.module.css';
import { useTexts } from './texts';

/** What operators are to be trained in, put together, and who asked for it (HB-10.2). */
export function TrainingPlan({ of: { plan, training } }: { of: ReviewReport }) {
  const t = useTexts();
  if (plan.length === 0) {
    return (
      <Section title={t('training')}>
        <p className={classes.quiet}>{t('noTraining')}</p>
      </Section>
    );
  }
  return (
    <Section title={t('training')}>
      <ul className={classes.list}>
        {plan.map(({ course, month, people, units }) => (
          <li key={`${course} ${month}`}>
            <b>{course}</b>
            <div className={classes.quiet}>
              {[`${t('month')}: ${month ?? t('anyMonth')}`, t('planned', { people, units })].join(' · ')}
            </div>
          </li>
        ))}
      </ul>
      <details>
        <summary>{t('byUnit')}</summary>
        <ul className={classes.list}>
          {training.map(({ unitName, course, people, month, note }) => (
            <li key={`${unitName} ${course} ${month}`}>
              <b>{unitName}</b>
              <div className={classes.quiet}>
                {[course, `${t('people')}: ${people}`, `${t('month')}: ${month ?? t('anyMonth')}`, note]
                  .filter(Boolean)
                  .join(' · ')}
              </div>
            </li>
          ))}
        </ul>
      </details>
    </Section>
  );
}
