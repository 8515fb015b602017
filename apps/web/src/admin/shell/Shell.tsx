import '../styles';
import { ActionIcon, Drawer, Skeleton } from '@mantine/core';
import IconMenu2 from '@tabler/icons-react/dist/esm/icons/IconMenu2.mjs';
import { Link, Outlet, useLocation, useNavigate } from '@tanstack/react-router';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useAccount } from '../../account/account';
import { AccountMenu } from '../../account/AccountMenu';
import { LanguageSwitch } from '../../i18n/LanguageSwitch';
import { OfflineBanner } from '../../offline/OfflineBanner';
import { Logo } from '../../parts/Logo';
import { Notices } from '../notices/Notices';
import { ScopeChip } from './ScopeChip';
import classes from './shell.module.css';
import { useTexts } from './texts';

interface ShellProps {
  /** What stands in the header. */
  readonly name: string;
  readonly renderNavigation: (onGo?: () => void) => ReactNode;
}

/** Around every page of a place for those who are signed in. Whoever is not goes to the sign-in and comes back here. */
export function Shell(props: ShellProps) {
  const account = useAccount();
  const { href } = useLocation();
  const navigate = useNavigate();
  const isOut = account === null;
  /** Where to come back to: the address changes while the way to the sign-in is under way. */
  const here = useRef(href);
  useEffect(() => {
    if (!isOut) here.current = href;
  }, [isOut, href]);
  useEffect(() => {
    if (isOut) void navigate({ to: '/sign-in', search: { to: here.current }, replace: true });
  }, [isOut, navigate]);
  return account === null || account === 'asking' ? (
    <>
      <OfflineBanner />
      <Skeleton height="100dvh" aria-hidden="true" />
    </>
  ) : (
    <Frame {...props} />
  );
}

function Frame({ name, renderNavigation }: ShellProps) {
  const t = useTexts();
  const [opened, setOpened] = useState(false);
  return (
    <div className={classes.frame}>
      <a href="#content" className={classes.skip}>
        {t('skip')}
      </a>
      <header className={classes.header}>
        <ActionIcon
          variant="subtle"
          color="gray"
          size="lg"
          className={classes.menuButton}
          aria-label={t('openNavigation')}
          onClick={() => setOpened(true)}
        >
          <IconMenu2 aria-hidden="true" />
        </ActionIcon>
        <Link to="/" className={classes.home} aria-label={t('toProduct')}>
          <Logo size={28} />
        </Link>
        <span className={classes.console}>{name}</span>
        <ScopeChip />
        <div className={classes.tools}>
          <LanguageSwitch />
          <AccountMenu />
        </div>
      </header>
      <OfflineBanner />
      <div className={classes.below}>
        <aside className={classes.side}>{renderNavigation()}</aside>
        <main id="content" className={classes.content} tabIndex={-1}>
          <Outlet />
        </main>
      </div>
      <Drawer
        opened={opened}
        onClose={() => setOpened(false)}
        title={name}
        size={280}
        closeButtonProps={{ 'aria-label': t('closeNavigation') }}
      >
        {renderNavigation(() => setOpened(false))}
      </Drawer>
      <Notices />
    </div>
  );
}
