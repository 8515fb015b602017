import '@mantine/core/styles/Popover.css';
import '@mantine/core/styles/Menu.css';
import { Button, Menu } from '@mantine/core';
import IconCalendar from '@tabler/icons-react/dist/esm/icons/IconCalendar.mjs';
import IconLogout from '@tabler/icons-react/dist/esm/icons/IconLogout.mjs';
import IconLogout2 from '@tabler/icons-react/dist/esm/icons/IconLogout2.mjs';
import IconSettings from '@tabler/icons-react/dist/esm/icons/IconSettings.mjs';
import IconUser from '@tabler/icons-react/dist/esm/icons/IconUser.mjs';
import IconUserCog from '@tabler/icons-react/dist/esm/icons/IconUserCog.mjs';
import type { CurrentUser } from '@diemcau/contracts/identity/sessions';
import { Link } from '@tanstack/react-router';
import { session } from '../api/rest';
import classes from './AccountMenu.module.css';
import { useTexts } from './texts';

/** Whoever holds no more than these has nothing to do in the console. */
const everybodys: ReadonlySet<string> = new Set(['units.read', 'rooms.enter', 'rooms.host']);
/** The workplace's permissions; the rest are the console's. */
const isOfWork = (permission: string): boolean =>
  /^(sites|meetings|checks|trainings|reports|notes)\./.test(permission);

/** For those who are signed in; fetched apart, since guests have no use for it. */
export function AccountDropdown({ account }: { account: CurrentUser }) {
  const t = useTexts();
  return (
    <Menu position="bottom-end" width={260}>
      <Menu.Target>
        <Button
          variant="subtle"
          size="compact-md"
          leftSection={<IconUser size={20} aria-hidden="true" />}
          className={classes.target}
        >
          <span className={classes.name}>{account.displayName}</span>
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{account.userName}</Menu.Label>
        <Menu.Item
          leftSection={<IconUserCog size={18} aria-hidden="true" />}
          renderRoot={(props) => <Link {...props} to="/account" />}
        >
          {t('myAccount')}
        </Menu.Item>
        {account.permissions.some(isOfWork) && (
          <Menu.Item
            leftSection={<IconCalendar size={18} aria-hidden="true" />}
            renderRoot={(props) => <Link {...props} to="/work" />}
          >
            {t('toWork')}
          </Menu.Item>
        )}
        {account.permissions.some((permission) => !everybodys.has(permission) && !isOfWork(permission)) && (
          <Menu.Item
            leftSection={<IconSettings size={18} aria-hidden="true" />}
            renderRoot={(props) => <Link {...props} to="/admin" />}
          >
            {t('toConsole')}
          </Menu.Item>
        )}
        <Menu.Item
          leftSection={<IconLogout size={18} aria-hidden="true" />}
          onClick={() => void session.signOut()}
        >
          {t('signOut')}
        </Menu.Item>
        <Menu.Item
          leftSection={<IconLogout2 size={18} aria-hidden="true" />}
          onClick={() => void session.signOutEverywhere()}
        >
          {t('signOutEverywhere')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
