import type { UserDetails } from '@diemcau/contracts/identity/user-views';
import { useState } from 'react';
import { useFaults } from '../../../../admin/forms/faults';
import { useAct } from '../../../../admin/forms/use-act';
import { useReadVersion } from '../../../../admin/forms/use-read-version';
import { Dialog } from '../../../../admin/parts/Dialog';
import { type Fields, given, PersonFields } from '../PersonFields';
import { changeUser, peopleKey } from '../queries';
import { useTexts } from '../texts';

export function EditDialog({ person, onClose }: { person: UserDetails; onClose: () => void }) {
  const t = useTexts();
  const [fields, setFields] = useState<Fields>({
    displayName: person.displayName,
    userName: person.userName,
    code: person.code ?? '',
    email: person.email ?? '',
    phone: person.phone ?? '',
    birthDate: person.birthDate,
  });
  const change = useAct(changeUser, { done: t('saved'), changes: [peopleKey], after: onClose });
  const version = useReadVersion(person.version, change.error);
  return (
    <Dialog
      opened
      title={t('editTitle', { name: person.displayName })}
      onClose={onClose}
      act={t('save')}
      onAct={() => change.mutate({ userId: person.id, version, ...given(fields) })}
      busy={change.isPending}
      ready={fields.displayName.trim() !== '' && fields.userName.trim() !== ''}
      error={change.error}
    >
      <PersonFields fields={fields} onChange={setFields} faultOf={useFaults(change.error)} unitId={null} />
    </Dialog>
  );
}
