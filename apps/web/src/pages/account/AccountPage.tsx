import '../../admin/styles';
import { Skeleton } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useEffect } from 'react';
import type { CurrentUser } from '@diemcau/contracts/identity/sessions';
import { useAccount } from '../../account/account';
import { Notices } from '../../admin/notices/Notices';
import { PageFrame } from '../../parts/PageFrame';
import { useTitle } from '../../parts/use-title';
import classes from './AccountPage.module.css';
import { ChildrenSection } from './children/ChildrenSection';
import { FactorsSection } from './factors/FactorsSection';
import { LinksSection } from './links/LinksSection';
import { PasswordSection } from './password/PasswordSection';
import { PersonalDataSection } from './personal/PersonalDataSection';
import { ProfileSection } from './profile/ProfileSection';
import { RolesSection } from './roles/RolesSection';
import { SessionsSection } from './sessions/SessionsSection';
import { StepUpProvider } from './step-up/StepUpProvider';
import { useTexts } from './texts';

/** Everything about one's own account. */
export function AccountPage() {
  const account = useAccount();
  const navigate = useNavigate();
  // Once: <Navigate> would go again with every rendering until the page's part has arrived.
  useEffect(() => {
    if (account === null) void navigate({ to: '/sign-in', search: { to: '/account' }, replace: true });
  }, [account, navigate]);
  return (
    <PageFrame>
      {account === 'asking' || account === null ? (
        <Skeleton height={480} radius="lg" aria-hidden="true" />
      ) : (
        <StepUpProvider>
          <Sections user={account} />
        </StepUpProvider>
      )}
      <Notices />
    </PageFrame>
  );
}

const places = ['profile', 'password', 'factors', 'sessions', 'roles', 'children', 'personal'] as const;

function Sections({ user }: { user: CurrentUser }) {
  const t = useTexts();
  useTitle(t('title'));
  return (
    <div className={classes.page}>
      <nav aria-label={t('title')} className={classes.places}>
        {places.map((place) => (
          <a key={place} href={`#${place}`}>
            {t(place)}
          </a>
        ))}
      </nav>
      <div className={classes.sections}>
        <h1 className={classes.title}>{t('title')}</h1>
        <div id="profile">
          <ProfileSection />
        </div>
        <div id="password">
          <PasswordSection userName={user.userName} />
        </div>
        <div id="factors">
          <FactorsSection />
          <LinksSection />
        </div>
        <div id="sessions">
          <SessionsSection />
        </div>
        <div id="roles">
          <RolesSection user={user} />
        </div>
        <div id="children">
          <ChildrenSection />
        </div>
        <div id="personal">
          <PersonalDataSection user={user} />
        </div>
      </div>
    </div>
  );
}
