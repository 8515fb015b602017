import { Problem } from '@diemcau/client/problem';
import { Alert, Button, PasswordInput, TextInput } from '@mantine/core';
import IconAlertTriangle from '@tabler/icons-react/dist/esm/icons/IconAlertTriangle.mjs';
import { useNavigate, useSearch } from '@tanstack/react-router';
import '@mantine/core/styles/PasswordInput.css';
import { type FormEvent, useEffect, useState } from 'react';
import { useAccount } from '../../account/account';
import { session } from '../../api/rest';
import { PageFrame } from '../../parts/PageFrame';
import { useTitle } from '../../parts/use-title';
import classes from './SignInPage.module.css';
import { useTexts } from './texts';

export function SignInPage() {
  const t = useTexts();
  const { to = '/' } = useSearch({ from: '/sign-in' });
  const account = useAccount();
  const navigate = useNavigate();
  useTitle(t('title'));
  const signedIn = account !== null && account !== 'asking';
  useEffect(() => {
    if (signedIn) void navigate({ to, replace: true });
  }, [signedIn, navigate, to]);
  return (
    <PageFrame>
      <section className={classes.card}>
        <h1 className={classes.title}>{t('title')}</h1>
        <p className={classes.intro}>{t('intro')}</p>
        <SignInForm />
      </section>
    </PageFrame>
  );
}

function SignInForm() {
  const t = useTexts();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    setBusy(true);
    setProblem(null);
    try {
      await session.signIn(String(form.get('userName')).trim(), String(form.get('password')));
    } catch (error) {
      setProblem((error instanceof Problem && error.title) || t('unreachable'));
    } finally {
      setBusy(false);
    }
  };
  return (
    <form onSubmit={(event) => void submit(event)} className={classes.form}>
      {problem && (
        <Alert color="red" icon={<IconAlertTriangle aria-hidden="true" />} role="alert">
          {problem}
        </Alert>
      )}
      <TextInput
        name="userName"
        label={t('userName')}
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        maxLength={100}
        required
        withAsterisk={false}
      />
      <PasswordInput
        name="password"
        label={t('password')}
        autoComplete="current-password"
        maxLength={200}
        required
        withAsterisk={false}
        visibilityToggleButtonProps={{ 'aria-label': t('showPassword') }}
      />
      <Button type="submit" loading={busy} fullWidth mt="xs">
        {t('submit')}
      </Button>
    </form>
  );
}
