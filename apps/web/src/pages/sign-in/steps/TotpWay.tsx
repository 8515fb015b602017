import { Button } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { CodeField } from '../../../credentials/CodeField';
import { FailureAlert } from '../../../credentials/FailureAlert';
import { useAttempt } from '../../../credentials/use-attempt';
import { answerTotp } from '../queries';
import classes from '../SignInPage.module.css';
import { useTexts } from '../texts';
import type { SignInFlow } from '../use-sign-in';

export function TotpWay({ token, flow }: { token: string; flow: SignInFlow }) {
  const t = useTexts();
  const attempt = useAttempt();
  const [code, setCode] = useState('');
  const send = async (digits: string) => {
    if (!(await attempt.run(() => flow.step(() => answerTotp(token, digits))))) setCode('');
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void send(code);
  };
  return (
    <form onSubmit={submit} className={classes.form}>
      <FailureAlert error={attempt.error} waitS={attempt.waitS} />
      <CodeField value={code} onChange={setCode} onWhole={(digits) => void send(digits)} />
      <Button type="submit" fullWidth loading={attempt.busy} disabled={code.length < 6 || attempt.waitS > 0}>
        {t('go')}
      </Button>
    </form>
  );
}
