import { Button, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { FailureAlert } from '../../../credentials/FailureAlert';
import { useAttempt } from '../../../credentials/use-attempt';
import { answerRecoveryCode } from '../queries';
import classes from '../SignInPage.module.css';
import { useTexts } from '../texts';
import type { SignInFlow } from '../use-sign-in';

export function RecoveryCodeWay({ token, flow }: { token: string; flow: SignInFlow }) {
  const t = useTexts();
  const attempt = useAttempt();
  const [code, setCode] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void attempt.run(() => flow.step(() => answerRecoveryCode(token, code.trim())));
  };
  return (
    <form onSubmit={submit} className={classes.form}>
      <FailureAlert error={attempt.error} waitS={attempt.waitS} />
      <TextInput
        label={t('recoveryCode')}
        description={t('recoveryHint')}
        value={code}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        maxLength={20}
        required
        withAsterisk={false}
        onChange={(event) => setCode(event.currentTarget.value)}
      />
      <Button
        type="submit"
        fullWidth
        loading={attempt.busy}
        disabled={code.trim() === '' || attempt.waitS > 0}
      >
        {t('go')}
      </Button>
    </form>
  );
}
