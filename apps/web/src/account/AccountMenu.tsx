import { Link, useLocation } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { useAccount } from './account';
import classes from './AccountMenu.module.css';
import { useTexts } from './texts';

const AccountDropdown = lazy(async () => ({ default: (await import('./AccountDropdown')).AccountDropdown }));

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
    <Suspense fallback={null}>
      <AccountDropdown account={account} />
    </Suspense>
  );
}
