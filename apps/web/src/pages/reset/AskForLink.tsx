import { body } from '@diemcau/client/rest';
import { Button, TextInput } from '@mantine/core';
import IconMail from '@tabler/icons-react/dist/esm/icons/IconMail.mjs';
import { Link } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { rest } from '../../api/rest';
import { FailureAlert } from '../../credentials/FailureAlert';
import { useAttempt } from '../../credentials/use-attempt';
import { PageNote } from '../../parts/PageNote';
import { StepCard } from '../sign-in/steps/StepCard';
import classes from '../sign-in/SignInPage.module.css';
import { useTexts } from './texts';

/** Answers the same whether there is such an account or not: nobody learns here who has one. */
export function AskForLink() {
  const t = useTexts();
  const attempt = useAttempt();
  const [sent, setSent] = useState(false);
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const account = String(new FormData(event.currentTarget).get('account')).trim();
    setSent(await attempt.run(() => body(rest.POST('/api/v1/password-resets', { body: { account } }))));
  };
  if (sent) {
    return (
      <PageNote icon={<IconMail size={36} />} title={t('sentTitle')} live>
        <p>{t('sentText')}</p>
        <p>{t('sentNothing')}</p>
        <Link to="/sign-in">{t('backToSignIn')}</Link>
      </PageNote>
    );
  }
  return (
    <StepCard first title={t('title')} intro={t('intro')}>
      <form onSubmit={(event) => void submit(event)} className={classes.form}>
        <FailureAlert error={attempt.error} waitS={attempt.waitS} />
        <TextInput
          name="account"
          label={t('account')}
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          maxLength={254}
          required
          withAsterisk={false}
        />
        <Button type="submit" fullWidth loading={attempt.busy} disabled={attempt.waitS > 0}>
          {t('send')}
        </Button>
        <p className={classes.intro} style={{ margin: 0 }}>
          {t('noMail')}
        </p>
        <Link to="/sign-in">{t('backToSignIn')}</Link>
      </form>
    </StepCard>
  );
}
