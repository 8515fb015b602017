import { Button } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { FailureAlert } from '../../../credentials/FailureAlert';
import { NewPasswordField, passwordRefusal } from '../../../credentials/NewPasswordField';
import { lengthOf } from '../../../credentials/strength';
import type { Attempt } from '../../../credentials/use-attempt';
import classes from '../SignInPage.module.css';

interface Props {
  readonly attempt: Attempt;
  readonly minLength: number;
  /** Whose password it becomes, for the browser that keeps it. */
  readonly userName?: string;
  /** What the button says. */
  readonly submit: string;
  readonly onSubmit: (password: string) => void;
}

/** A password of one's own, in place of a printed or a forgotten one. */
export function NewPasswordForm({ attempt, minLength, userName, submit, onSubmit }: Props) {
  const [password, setPassword] = useState('');
  const refusal = passwordRefusal(attempt.error);
  const send = (event: FormEvent) => {
    event.preventDefault();
    onSubmit(password);
  };
  return (
    <form onSubmit={send} className={classes.form}>
      {refusal === null && <FailureAlert error={attempt.error} waitS={attempt.waitS} />}
      {userName !== undefined && (
        <input type="hidden" name="username" autoComplete="username" value={userName} />
      )}
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
        {submit}
      </Button>
    </form>
  );
}
