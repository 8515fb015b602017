import { Button } from '@mantine/core';
import IconCircleCheck from '@tabler/icons-react/dist/esm/icons/IconCircleCheck.mjs';
import type { GuardianRegistered } from '@diemcau/contracts/identity/guardians';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { PageFrame } from '../../parts/PageFrame';
import { PageNote } from '../../parts/PageNote';
import { useTitle } from '../../parts/use-title';
import classes from './ParentPage.module.css';
import { RegistrationForm } from './RegistrationForm';
import { useTexts } from './texts';

/** Where parents make their account, with the code from the school (TE-3b). */
export function ParentPage() {
  const t = useTexts();
  const [registered, setRegistered] = useState<GuardianRegistered | null>(null);
  useTitle(t('title'));
  return (
    <PageFrame>
      {registered ? (
        <PageNote icon={<IconCircleCheck size={36} />} title={t('doneTitle')} live>
          <p>{t('doneText', { userName: registered.userName, child: registered.childName })}</p>
          <Button renderRoot={(props) => <Link {...props} to="/sign-in" search={{ to: '/account' }} />}>
            {t('signIn')}
          </Button>
        </PageNote>
      ) : (
        <section className={classes.page}>
          <h1 className={classes.title}>{t('title')}</h1>
          <p className={classes.intro}>{t('intro')}</p>
          <p className={classes.intro}>
            {t('haveAccount')}{' '}
            <Link to="/sign-in" search={{ to: '/account' }}>
              {t('signIn')}
            </Link>{' '}
            {t('haveAccountThen')}
          </p>
          <RegistrationForm onDone={setRegistered} />
        </section>
      )}
    </PageFrame>
  );
}
