import { Select, TextInput } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { today } from '../../../admin/dates/format';
import { useFaults } from '../../../admin/forms/faults';
import { useAct } from '../../../admin/forms/use-act';
import { Dialog } from '../../../admin/parts/Dialog';
import { UnitPicker } from '../../../admin/units/UnitPicker';
import { classesKey, makeClass } from './queries';
import { schoolYearOf, schoolYearsAround } from './school-year';
import { useTexts } from './texts';

export function ClassDialog({ unitId, onClose }: { unitId: string | null; onClose: () => void }) {
  const t = useTexts();
  const navigate = useNavigate();
  const [unit, setUnit] = useState(unitId);
  const [schoolYear, setSchoolYear] = useState(() => schoolYearOf(today()));
  const [name, setName] = useState('');
  const make = useAct(makeClass, {
    done: t('made'),
    changes: [classesKey],
    after: ({ id }) => {
      onClose();
      void navigate({ to: '/admin/classes/$classId', params: { classId: id } });
    },
  });
  const faultOf = useFaults(make.error);
  return (
    <Dialog
      opened
      title={t('make')}
      onClose={onClose}
      act={t('make')}
      onAct={() => unit && make.mutate({ unitId: unit, schoolYear, name: name.trim() })}
      busy={make.isPending}
      ready={unit !== null && name.trim() !== ''}
      error={make.error}
    >
      <UnitPicker label={t('school')} value={unit} onChange={setUnit} error={faultOf('unitId')} required />
      <Select
        label={t('schoolYear')}
        required
        allowDeselect={false}
        data={schoolYearsAround(today())}
        value={schoolYear}
        onChange={(chosen) => chosen && setSchoolYear(chosen)}
      />
      <TextInput
        label={t('className')}
        placeholder="10A1"
        required
        maxLength={40}
        value={name}
        error={faultOf('name')}
        onChange={(event) => setName(event.currentTarget.value)}
      />
    </Dialog>
  );
}
