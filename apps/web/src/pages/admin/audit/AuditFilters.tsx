import type { AuditEntry } from '@diemcau/contracts/identity/audit';
import { DayField } from '../../../admin/dates/DayField';
import { FilterSelect } from '../../../admin/table/FilterSelect';
import type { List } from '../../../admin/table/use-list';
import { features, useActionWords } from './action-words';
import classes from './audit.module.css';
import { useTexts } from './texts';

export function AuditFilters({ list }: { list: List<AuditEntry> }) {
  const t = useTexts();
  const wordsOf = useActionWords();
  return (
    <>
      <FilterSelect
        list={list}
        name="action"
        label={t('what')}
        searchable
        options={features.map((feature) => ({ value: feature, label: wordsOf(feature) }))}
      />
      <div className={classes.days}>
        <DayField
          compact
          label={t('firstDay')}
          value={list.state['first'] ?? null}
          onChange={(first) => list.patch({ first: first ?? undefined })}
        />
        <DayField
          compact
          label={t('lastDay')}
          value={list.state['last'] ?? null}
          onChange={(last) => list.patch({ last: last ?? undefined })}
        />
      </div>
    </>
  );
}
