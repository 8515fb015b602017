import { Radio, Group } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useFaults } from '../../../admin/forms/faults';
import { useAct } from '../../../admin/forms/use-act';
import { Dialog } from '../../../admin/parts/Dialog';
import { UnitPicker } from '../../../admin/units/UnitPicker';
import { emptyFields, given, PersonFields } from './PersonFields';
import { createUser, peopleKey } from './queries';
import { useTexts } from './texts';

/** A new account; the way in is issued on the person's page afterwards. */
export function CreateDialog({ unitId, onClose }: { unitId: string | null; onClose: () => void }) {
  const t = useTexts();
  const navigate = useNavigate();
  const [unit, setUnit] = useState(unitId);
  const [kind, setKind] = useState<'staff' | 'student'>('staff');
  const [fields, setFields] = useState(emptyFields);
  const create = useAct(createUser, {
    done: t('created'),
    changes: [peopleKey],
    after: ({ id }) => {
      onClose();
      void navigate({ to: '/admin/people/$userId', params: { userId: id } });
    },
  });
  const faultOf = useFaults(create.error);
  const submit = () => {
    const { displayName, userName, ...rest } = given(fields);
    if (unit && displayName) {
      create.mutate({ ...rest, displayName, unitId: unit, kind, ...(userName && { userName }) });
    }
  };
  return (
    <Dialog
      opened
      title={t('createTitle')}
      onClose={onClose}
      act={t('create')}
      onAct={submit}
      busy={create.isPending}
      ready={unit !== null && fields.displayName.trim() !== ''}
      error={create.error}
    >
      <Radio.Group
        label={t('kind')}
        value={kind}
        onChange={(value) => setKind(value === 'student' ? 'student' : 'staff')}
      >
        <Group mt={4}>
          <Radio value="staff" label={t('staff')} />
          <Radio value="student" label={t('student')} />
        </Group>
      </Radio.Group>
      <UnitPicker label={t('unit')} value={unit} onChange={setUnit} error={faultOf('unitId')} required />
      <PersonFields fields={fields} onChange={setFields} faultOf={faultOf} unitId={unit} />
    </Dialog>
  );
}
