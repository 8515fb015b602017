import type { RoleView } from '@diemcau/contracts/identity/grants';
import type { Permission } from '@diemcau/contracts/identity/permissions';
import { Checkbox, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useFaults } from '../../../admin/forms/faults';
import { useAct } from '../../../admin/forms/use-act';
import { useReadVersion } from '../../../admin/forms/use-read-version';
import { Dialog } from '../../../admin/parts/Dialog';
import { permissionGroups } from '../../../admin/permission-groups';
import { usePermissionWords } from '../../../admin/permission-words';
import { useAdmin } from '../../../admin/permissions';
import { changeRole, defineRole } from './queries';
import classes from './roles.module.css';
import { useTexts } from './texts';

interface Defined {
  readonly version: number;
  readonly nameVi: string;
  readonly nameEn: string;
  readonly permissions: Permission[];
}

/** A role of the province's own, made or changed; never more than the definer holds (I4). */
export function DefineDialog({
  changing: role,
  onClose,
}: {
  changing: RoleView | null;
  onClose: () => void;
}) {
  const t = useTexts();
  const wordsOf = usePermissionWords();
  const own = useAdmin().permissions;
  const [nameVi, setNameVi] = useState(role?.nameVi ?? '');
  const [nameEn, setNameEn] = useState(role?.nameEn ?? '');
  const [chosen, setChosen] = useState<readonly Permission[]>(role?.permissions ?? ['units.read']);
  const save = useAct(
    ({ version, ...input }: Defined) =>
      role ? changeRole({ ...input, key: role.key, version }) : defineRole(input),
    { done: t(role ? 'changed' : 'defined'), changes: [['admin', 'roles']], after: onClose },
  );
  const version = useReadVersion(role?.version ?? 0, save.error);
  const faultOf = useFaults(save.error);
  const toggle = (permission: Permission) =>
    setChosen((before) =>
      before.includes(permission) ? before.filter((one) => one !== permission) : [...before, permission],
    );
  return (
    <Dialog
      opened
      width={720}
      title={t(role ? 'changeTitle' : 'define')}
      onClose={onClose}
      act={t('save')}
      onAct={() =>
        save.mutate({ version, nameVi: nameVi.trim(), nameEn: nameEn.trim(), permissions: [...chosen] })
      }
      busy={save.isPending}
      ready={nameVi.trim() !== '' && nameEn.trim() !== '' && chosen.length > 0}
      error={save.error}
    >
      {role && role.holders > 0 && <p>{t('changeReaches', { n: role.holders })}</p>}
      <TextInput
        label={t('nameVi')}
        required
        maxLength={120}
        value={nameVi}
        error={faultOf('nameVi')}
        data-autofocus
        onChange={(event) => setNameVi(event.currentTarget.value)}
      />
      <TextInput
        label={t('nameEn')}
        required
        maxLength={120}
        value={nameEn}
        error={faultOf('nameEn')}
        onChange={(event) => setNameEn(event.currentTarget.value)}
      />
      {permissionGroups.map(({ key, of }) => (
        <fieldset key={key} className={classes.choice}>
          <legend>{t(`group_${key}`)}</legend>
          {of.map((permission) => (
            <Checkbox
              key={permission}
              label={wordsOf(permission)}
              checked={chosen.includes(permission)}
              disabled={!own.includes(permission)}
              onChange={() => toggle(permission)}
            />
          ))}
        </fieldset>
      ))}
    </Dialog>
  );
}
