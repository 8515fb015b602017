import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { AccountMenu } from '../account/AccountMenu';
import { LanguageSwitch } from '../i18n/LanguageSwitch';
import { OfflineBanner } from '../offline/OfflineBanner';
import { Logo } from './Logo';
import classes from './PageFrame.module.css';
import { useTexts } from './texts';

/** Every light page: who we are, language and account above, the page below. */
export function PageFrame({ children }: { children: ReactNode }) {
  const t = useTexts();
  return (
    <div className={classes.frame}>
      <a href="#content" className={classes.skip}>
        {t('skipToContent')}
      </a>
      <header className={classes.header}>
        <Link to="/" className={classes.home} aria-label={t('home')}>
          <Logo />
        </Link>
        <div className={classes.tools}>
          <LanguageSwitch />
          <AccountMenu />
        </div>
      </header>
      <OfflineBanner />
      <main id="content" className={classes.content} tabIndex={-1}>
        {children}
      </main>
      <footer className={classes.footer}>{t('footer')}</footer>
    </div>
  );
}
