import type { ClassView } from '@diemcau/contracts/identity/classes';
import { Select, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { today } from '../../../admin/dates/format';
import { useAct } from '../../../admin/forms/use-act';
import { Dialog } from '../../../admin/parts/Dialog';
import { Trouble } from '../../../admin/parts/Trouble';
import { UnitPicker } from '../../../admin/units/UnitPicker';
import classes from './classes.module.css';
import { classesKey, classesOfQuery, promoteClasses } from './queries';
import { nameNextYear, nextSchoolYear, schoolYearOf, schoolYearsAround } from './school-year';
import { useTexts } from './texts';

interface Props {
  readonly unitId: string | null;
  readonly from: string | null;
  readonly onClose: () => void;
}

/** A whole school goes up a year: each class with the name it will have, empty for those who leave. */
export function PromoteDialog({ unitId, from, onClose }: Props) {
  const t = useTexts();
  const [unit, setUnit] = useState(unitId);
  const [year, setYear] = useState(() => from ?? schoolYearOf(today()));
  const [named, setNamed] = useState<Readonly<Record<string, string>>>({});
  const found = useQuery({ ...classesOfQuery(unit ?? '', year), enabled: unit !== null });
  const all = found.data ?? [];
  const names = all.map(({ name }) => name);
  const nextOf = ({ id, name }: ClassView) => named[id] ?? nameNextYear(name, names) ?? '';
  const promote = useAct(promoteClasses, {
    done: ({ classesMade, studentsPlaced }) =>
      t('promoted', { classes: classesMade, students: studentsPlaced }),
    changes: [classesKey, ['admin', 'people']],
    after: onClose,
  });
  const submit = () => {
    if (!unit) return;
    promote.mutate({
      unitId: unit,
      from: year,
      to: nextSchoolYear(year),
      classes: all.map((one) => ({ classId: one.id, name: nextOf(one).trim() || null })),
    });
  };
  return (
    <Dialog
      opened
      width={640}
      title={t('promoteTitle')}
      onClose={onClose}
      act={t('promoteYes', { year: nextSchoolYear(year) })}
      onAct={submit}
      busy={promote.isPending}
      ready={unit !== null && all.length > 0}
      error={promote.error}
    >
      <p>{t('promoteText')}</p>
      <UnitPicker label={t('school')} value={unit} onChange={setUnit} required />
      <Select
        label={t('fromYear')}
        allowDeselect={false}
        data={schoolYearsAround(today())}
        value={year}
        onChange={(chosen) => chosen && setYear(chosen)}
      />
      <Trouble error={found.error} onRetry={found.refetch} />
      {unit !== null && found.data?.length === 0 && <p>{t('noClassesThen')}</p>}
      <div className={classes.next}>
        {all.map((one) => (
          <TextInput
            key={one.id}
            size="sm"
            label={t('becomes', { name: one.name, n: one.students })}
            placeholder={t('leaves')}
            maxLength={40}
            value={nextOf(one)}
            onChange={(event) => {
              const { value } = event.currentTarget;
              setNamed((before) => ({ ...before, [one.id]: value }));
            }}
          />
        ))}
      </div>
    </Dialog>
  );
}
