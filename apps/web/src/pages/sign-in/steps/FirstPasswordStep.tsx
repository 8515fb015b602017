import type { Challenge } from '@diemcau/contracts/identity/sessions';
import { Button } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { FailureAlert } from '../../../credentials/FailureAlert';
import { NewPasswordField, passwordRefusal } from '../../../credentials/NewPasswordField';
import { lengthOf } from '../../../credentials/strength';
import { useAttempt } from '../../../credentials/use-attempt';
import { chooseFirstPassword } from '../queries';
import classes from '../SignInPage.module.css';
import { useTexts } from '../texts';
import type { SignInFlow } from '../use-sign-in';

interface Props {
  readonly challenge: Challenge;
  readonly flow: SignInFlow;
}

/** After the secret of a printed slip: a password of one's own. */
export function FirstPasswordStep({ challenge: { token, passwordMinLength }, flow }: Props) {
  const t = useTexts();
  const attempt = useAttempt();
  const [password, setPassword] = useState('');
  const minLength = passwordMinLength ?? 8;
  const refusal = passwordRefusal(attempt.error);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void attempt.run(() => flow.step(() => chooseFirstPassword(token, password)));
  };
  return (
    <form onSubmit={submit} className={classes.form}>
      {refusal === null && <FailureAlert error={attempt.error} waitS={attempt.waitS} />}
      <NewPasswordField
        value={password}
        minLength={minLength}
        refusal={refusal}
        onChange={(value) => {
          setPassword(value);
          attempt.clear();
        }}
      />
      <Button
        type="submit"
        fullWidth
        loading={attempt.busy}
        disabled={lengthOf(password) < minLength || attempt.waitS > 0}
      >
        {t('firstSubmit')}
      </Button>
    </form>
  );
}
