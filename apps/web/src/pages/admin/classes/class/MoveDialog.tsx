import type { ClassView } from '@diemcau/contracts/identity/classes';
import { Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useAct } from '../../../../admin/forms/use-act';
import { Dialog } from '../../../../admin/parts/Dialog';
import { Trouble } from '../../../../admin/parts/Trouble';
import { classesKey, classesOfQuery, moveStudents } from '../queries';
import { useTexts } from '../texts';

interface Props {
  readonly schoolClass: ClassView;
  readonly studentIds: readonly string[];
  readonly onClose: () => void;
}

/** Into another class of the same school and year. */
export function MoveDialog({ schoolClass, studentIds, onClose }: Props) {
  const t = useTexts();
  const [classId, setClassId] = useState<string | null>(null);
  const others = useQuery(classesOfQuery(schoolClass.unitId, schoolClass.schoolYear));
  const move = useAct(moveStudents, {
    done: t('studentsMoved', { n: studentIds.length }),
    changes: [classesKey, ['admin', 'people']],
    after: onClose,
  });
  return (
    <Dialog
      opened
      title={t('moveTitle', { n: studentIds.length })}
      onClose={onClose}
      act={t('moveYes')}
      onAct={() => classId && move.mutate({ classId, studentIds })}
      busy={move.isPending}
      ready={classId !== null}
      error={move.error}
    >
      <Trouble error={others.error} onRetry={others.refetch} />
      <Select
        label={t('toClass')}
        required
        searchable
        allowDeselect={false}
        nothingFoundMessage={t('noOtherClass')}
        data={(others.data ?? [])
          .filter(({ id }) => id !== schoolClass.id)
          .map(({ id, name, students }) => ({ value: id, label: t('classOption', { name, n: students }) }))}
        value={classId}
        onChange={setClassId}
      />
    </Dialog>
  );
}
