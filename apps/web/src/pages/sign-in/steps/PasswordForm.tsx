import '@mantine/core/styles/PasswordInput.css';
import { Button, PasswordInput, TextInput } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { type FormEvent, useRef } from 'react';
import { session } from '../../../api/rest';
import { FailureAlert } from '../../../credentials/FailureAlert';
import { useAttempt } from '../../../credentials/use-attempt';
import { minutesAndSeconds } from '../../../credentials/use-countdown';
import classes from '../SignInPage.module.css';
import { useTexts } from '../texts';
import type { SignInFlow } from '../use-sign-in';

export function PasswordForm({ flow }: { flow: SignInFlow }) {
  const t = useTexts();
  const attempt = useAttempt();
  const password = useRef<HTMLInputElement>(null);
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const done = await attempt.run(async () =>
      flow.goOn(await session.signIn(String(form.get('userName')).trim(), String(form.get('password')))),
    );
    if (!done) password.current?.select();
  };
  return (
    <form onSubmit={(event) => void submit(event)} className={classes.form}>
      <FailureAlert error={attempt.error} waitS={attempt.waitS} />
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
        ref={password}
        name="password"
        label={t('password')}
        autoComplete="current-password"
        maxLength={200}
        required
        withAsterisk={false}
        visibilityToggleButtonProps={{ 'aria-label': t('showPassword') }}
      />
      <Link to="/reset" className={classes.forgot}>
        {t('forgot')}
      </Link>
      <Button type="submit" loading={attempt.busy} disabled={attempt.waitS > 0} fullWidth>
        {attempt.waitS > 0 ? t('submitIn', { time: minutesAndSeconds(attempt.waitS) }) : t('submit')}
      </Button>
    </form>
  );
}
