import type { SiteEventChange } from '@diemcau/contracts/meetings/sites-history';
import { formatDay } from '../../../../admin/dates/format';
import { siteStates } from '../../states';
import { useSiteWords } from '../../words';
import classes from '../site.module.css';
import { useTexts } from './texts';

const fields = [
  'name',
  'address',
  'capacity',
  'headcountLimit',
  'requiredMbps',
  'contractedMbps',
  'unit',
  'operators',
  'result',
  'dueOn',
  'expiresOn',
  'title',
  'number',
  'validFrom',
  'validTo',
  'reportedTo',
  'reportedOn',
  'faults',
] as const;
const answers = ['missing', 'pass', 'fail', 'waived'] as const;
const repairs = ['ok', 'repaired', 'replaced', 'needsRepair'] as const;
const day = /^\d{4}-\d\d-\d\d$/;

/** One value that became another, in words. */
export function Change({ of: { field, from, to } }: { of: SiteEventChange }) {
  const t = useTexts();
  const words = useSiteWords();
  const shown = (value: string | null): string => {
    if (value === null || value === '') return t('nothing');
    if (day.test(value)) return formatDay(value);
    const state = field === 'state' && siteStates.find((one) => one === value);
    if (state) return words(`state_${state}`);
    const answer = field === 'result' && answers.find((one) => one === value);
    if (answer) return words(`result_${answer}`);
    const repair = field === 'result' && repairs.find((one) => one === value);
    return repair ? t(`result_${repair}`) : value;
  };
  const known = fields.find((one) => one === field);
  return (
    <div className={classes.change}>
      {known && `${t(`field_${known}`)}: `}
      {from === null ? shown(to) : `${shown(from)} → ${shown(to)}`}
    </div>
  );
}
