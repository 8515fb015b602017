import type { ClassView } from '@diemcau/contracts/identity/classes';
import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { useFaults } from '../../../../admin/forms/faults';
import { useAct } from '../../../../admin/forms/use-act';
import { Dialog } from '../../../../admin/parts/Dialog';
import { classesKey, renameClass } from '../queries';
import { useTexts } from '../texts';

export function RenameDialog({ schoolClass, onClose }: { schoolClass: ClassView; onClose: () => void }) {
  const t = useTexts();
  const { id, version } = schoolClass;
  const [name, setName] = useState(schoolClass.name);
  const rename = useAct(renameClass, { done: t('renamed'), changes: [classesKey], after: onClose });
  return (
    <Dialog
      opened
      title={t('rename')}
      onClose={onClose}
      act={t('save')}
      onAct={() => rename.mutate({ classId: id, version, name: name.trim() })}
      busy={rename.isPending}
      ready={name.trim() !== '' && name.trim() !== schoolClass.name}
      error={rename.error}
    >
      <TextInput
        label={t('className')}
        required
        maxLength={40}
        value={name}
        error={useFaults(rename.error)('name')}
        data-autofocus
        onChange={(event) => setName(event.currentTarget.value)}
      />
    </Dialog>
  );
}
