import type { OverviewOverdue } from '@diemcau/contracts/meetings/overview';
import { Link } from '@tanstack/react-router';
import { Section } from '../../../admin/parts/Section';
import { StateChip } from '../../../admin/parts/StateChip';
import { useMay } from '../../../admin/permissions';
import classes from './department.module.css';
import { useTexts } from './texts';

interface Props {
  readonly of: OverviewOverdue;
  readonly unitId: string | undefined;
}

/** What should have been done, kind by kind, each with its list. */
export function Overdue({ of, unitId }: Props) {
  const t = useTexts();
  const may = useMay();
  const below = unitId ? { unitId } : {};
  const year = String(of.reportYear);
  const lines = [
    { key: 'tasks', shown: true, to: '/work/checklist', search: { ...below, which: 'late' } },
    {
      key: 'reports',
      shown: may('reports.read'),
      to: unitId ? '/work/roll-up' : '/work/reports',
      search: { ...below, year },
    },
    { key: 'reviews', shown: may('reports.receive'), to: '/work/reviews', search: {} },
    {
      key: 'maintenance',
      shown: may('sites.read'),
      to: '/work/maintenance',
      search: { ...below, state: 'late' },
    },
    {
      key: 'problems',
      shown: may('reports.read') || may('reports.receive'),
      to: '/work/feedback',
      search: { ...below, state: 'open' },
    },
  ] as const;
  return (
    <div id="overdue">
      <Section title={t('overdue')}>
        <ul className={classes.list}>
          {lines
            .filter(({ shown }) => shown)
            .map(({ key, to, search }) => (
              <li key={key} className={classes.row}>
                <Link to={to} search={search} className={classes.grow}>
                  {t(`overdue_${key}`, { year })}
                </Link>
                <StateChip tone={of[key] > 0 ? 'bad' : 'good'}>{String(of[key])}</StateChip>
              </li>
            ))}
        </ul>
      </Section>
    </div>
  );
}
