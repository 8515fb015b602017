import type { ClassView } from '@diemcau/contracts/identity/classes';
import { useState } from 'react';
import { useAct } from '../../../../admin/forms/use-act';
import { Dialog } from '../../../../admin/parts/Dialog';
import { PersonPicker } from '../../../../admin/people/PersonPicker';
import { classesKey, moveStudents } from '../queries';
import { useTexts } from '../texts';

export function AddDialog({ schoolClass, onClose }: { schoolClass: ClassView; onClose: () => void }) {
  const t = useTexts();
  const [studentId, setStudentId] = useState<string | null>(null);
  const add = useAct(moveStudents, {
    done: t('studentAdded'),
    changes: [classesKey, ['admin', 'people']],
    after: onClose,
  });
  return (
    <Dialog
      opened
      title={t('addStudentTitle', { name: schoolClass.name })}
      onClose={onClose}
      act={t('addStudent')}
      onAct={() => studentId && add.mutate({ classId: schoolClass.id, studentIds: [studentId] })}
      busy={add.isPending}
      ready={studentId !== null}
      error={add.error}
    >
      <PersonPicker
        label={t('student')}
        description={t('addStudentHint')}
        value={studentId}
        onChange={setStudentId}
        kind="student"
        unitId={schoolClass.unitId}
        required
      />
    </Dialog>
  );
}
