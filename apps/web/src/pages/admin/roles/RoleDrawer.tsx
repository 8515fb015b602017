import type { GrantRecord, RoleView } from '@diemcau/contracts/identity/grants';
import { Button } from '@mantine/core';
import IconCheck from '@tabler/icons-react/dist/esm/icons/IconCheck.mjs';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { formatDayOf } from '../../../admin/dates/format';
import { useAct } from '../../../admin/forms/use-act';
import { ConfirmByTyping } from '../../../admin/parts/ConfirmByTyping';
import { DetailDrawer } from '../../../admin/parts/DetailDrawer';
import { permissionGroups } from '../../../admin/permission-groups';
import { usePermissionWords } from '../../../admin/permission-words';
import { useMay } from '../../../admin/permissions';
import { useRoles } from '../../../admin/roles';
import { type Column, DataTable } from '../../../admin/table/DataTable';
import { DefineDialog } from './DefineDialog';
import { removeRole, useHolders } from './queries';
import classes from './roles.module.css';
import { useTexts } from './texts';

/** One role: what it permits, in words, and who holds it. */
export function RoleDrawer({ role, onClose }: { role: RoleView; onClose: () => void }) {
  const t = useTexts();
  const may = useMay();
  const wordsOf = usePermissionWords();
  const { nameOf } = useRoles();
  const [open, setOpen] = useState<'change' | 'remove' | null>(null);
  const remove = useAct(removeRole, { done: t('removed'), changes: [['admin', 'roles']], after: onClose });
  return (
    <DetailDrawer opened onClose={onClose} title={nameOf(role.key)} width={640}>
      <p className={classes.quiet}>{t(role.builtIn ? 'builtIn' : 'ownRole')}</p>
      {!role.builtIn && may('roles.define') && (
        <div className={classes.buttons}>
          <Button variant="default" onClick={() => setOpen('change')}>
            {t('change')}
          </Button>
          <Button variant="subtle" color="red.9" onClick={() => setOpen('remove')}>
            {t('remove')}
          </Button>
        </div>
      )}
      <h3 className={classes.heading}>{t('permits')}</h3>
      {permissionGroups.map(({ key, of }) => {
        const held = of.filter((one) => role.permissions.includes(one));
        return held.length > 0 ? (
          <div key={key} className={classes.permits}>
            <b>{t(`group_${key}`)}</b>
            <ul>
              {held.map((one) => (
                <li key={one}>
                  <IconCheck size={18} aria-hidden="true" /> {wordsOf(one)}
                </li>
              ))}
            </ul>
          </div>
        ) : null;
      })}
      {may('grants.read') && (
        <>
          <h3 className={classes.heading}>{t('holders')}</h3>
          <Holders role={role.key} />
        </>
      )}
      {open === 'change' && <DefineDialog changing={role} onClose={() => setOpen(null)} />}
      <ConfirmByTyping
        opened={open === 'remove'}
        title={t('removeTitle', { role: nameOf(role.key) })}
        word={nameOf(role.key)}
        act={t('remove')}
        onAct={() => remove.mutate(role.key)}
        onClose={() => setOpen(null)}
        busy={remove.isPending}
        error={remove.error}
      >
        <p>{t('removeText')}</p>
      </ConfirmByTyping>
    </DetailDrawer>
  );
}

function Holders({ role }: { role: string }) {
  const t = useTexts();
  const list = useHolders(role);
  const columns: Column<GrantRecord>[] = [
    {
      key: 'name',
      title: t('holder'),
      text: ({ displayName }) => displayName,
      render: ({ userId, displayName }) => (
        <Link to="/admin/people/$userId" params={{ userId }}>
          {displayName}
        </Link>
      ),
    },
    {
      key: 'unit',
      title: t('unit'),
      text: ({ unitName, subtree }) => `${unitName}${subtree ? ` ${t('andBelow')}` : ''}`,
    },
    {
      key: 'until',
      title: t('until'),
      text: ({ validTo }) => (validTo ? formatDayOf(validTo) : t('noEnd')),
    },
  ];
  return (
    <DataTable
      label={t('holders')}
      list={list}
      columns={columns}
      idOf={({ id }) => id}
      empty={<p className={classes.quiet}>{t('noHolders')}</p>}
    />
  );
}
