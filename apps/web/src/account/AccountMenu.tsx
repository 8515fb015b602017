import { Button, Menu } from '@mantine/core';
import IconLogout from '@tabler/icons-react/dist/esm/icons/IconLogout.mjs';
import IconLogout2 from '@tabler/icons-react/dist/esm/icons/IconLogout2.mjs';
import IconUser from '@tabler/icons-react/dist/esm/icons/IconUser.mjs';
import { Link, useLocation } from '@tanstack/react-router';
import { session } from '../api/rest';
import { useAccount } from './account';
import classes from './AccountMenu.module.css';
import { useTexts } from './texts';

export function AccountMenu() {
  const t = useTexts();
  const account = useAccount();
  const { pathname } = useLocation();
  if (account === 'asking') return null;
  if (account === null) {
    if (pathname === '/sign-in') return null;
    return (
      <Link to="/sign-in" search={pathname === '/' ? {} : { to: pathname }} className={classes.signIn}>
        {t('signIn')}
      </Link>
    );
  }
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
