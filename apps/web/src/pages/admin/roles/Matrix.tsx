import type { RoleView } from '@diemcau/contracts/identity/grants';
import IconCheck from '@tabler/icons-react/dist/esm/icons/IconCheck.mjs';
import { permissionGroups } from '../../../admin/permission-groups';
import { usePermissionWords } from '../../../admin/permission-words';
import { useRoles } from '../../../admin/roles';
import classes from './roles.module.css';
import { useTexts } from './texts';

/** Which role permits what, side by side. */
export function Matrix({ roles }: { roles: readonly RoleView[] }) {
  const t = useTexts();
  const wordsOf = usePermissionWords();
  const { nameOf } = useRoles();
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a wide table: it scrolls by itself, also with the keyboard
    <div className={classes.scroll} tabIndex={0} role="region" aria-label={t('matrix')}>
      <table className={classes.matrix}>
        <thead>
          <tr>
            <th scope="col">{t('permission')}</th>
            {roles.map(({ key }) => (
              <th key={key} scope="col" className={classes.role}>
                <span>{nameOf(key)}</span>
              </th>
            ))}
          </tr>
        </thead>
        {permissionGroups.map(({ key: group, of }) => (
          <tbody key={group}>
            <tr>
              <th scope="rowgroup" colSpan={roles.length + 1} className={classes.group}>
                {t(`group_${group}`)}
              </th>
            </tr>
            {of.map((permission) => (
              <tr key={permission}>
                <th scope="row">{wordsOf(permission)}</th>
                {roles.map(({ key, permissions }) => (
                  <td key={key}>
                    {permissions.includes(permission) && <IconCheck size={18} aria-label={t('yes')} />}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        ))}
      </table>
    </div>
  );
}
