import { Popover, UnstyledButton } from '@mantine/core';
import IconMapPin from '@tabler/icons-react/dist/esm/icons/IconMapPin.mjs';
import { useAdmin } from '../permissions';
import { useRoles } from '../roles';
import classes from './shell.module.css';
import { useTexts } from './texts';

/** Where the caller's rights hold, always in sight; opened, role by role. */
export function ScopeChip() {
  const t = useTexts();
  const { grants } = useAdmin();
  const { nameOf } = useRoles();
  const units = [...new Map(grants.map((grant) => [grant.unitId, grant.unitName])).values()];
  const [first] = units;
  if (!first) return <span className={classes.scope}>{t('noScope')}</span>;
  const words = units.length === 1 ? first : t('more', { unit: first, n: units.length - 1 });
  return (
    <Popover position="bottom-end" width={320} withArrow shadow="md">
      <Popover.Target>
        <UnstyledButton className={classes.scope} aria-label={`${t('scope')}: ${words}`}>
          <IconMapPin size={18} aria-hidden="true" />
          <span className={classes.scopeName}>{words}</span>
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('scope')}>
        <ul className={classes.scopes}>
          {grants.map(({ role, unitId, unitName, subtree }) => (
            <li key={`${role} ${unitId}`}>
              <b>{nameOf(role)}</b>
              <span>
                {unitName}, {t(subtree ? 'andBelow' : 'onlyHere')}
              </span>
            </li>
          ))}
        </ul>
      </Popover.Dropdown>
    </Popover>
  );
}
