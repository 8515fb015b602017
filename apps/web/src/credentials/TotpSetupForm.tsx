import type { TotpSetup } from '@diemcau/contracts/identity/sign-in';
import { Button } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { CodeField } from './CodeField';
import { CopyButton } from './CopyButton';
import { FailureAlert } from './FailureAlert';
import { QrCode } from './QrCode';
import classes from './TotpSetupForm.module.css';
import { useTexts } from './texts';
import { useAttempt } from './use-attempt';

interface Props {
  readonly setup: TotpSetup;
  /** Has the first code of the app checked. @throws Problem */
  readonly onCode: (code: string) => Promise<void>;
}

/** An authenticator app being set up: scanned or typed, then proved by its first code. */
export function TotpSetupForm({ setup, onCode }: Props) {
  const t = useTexts();
  const attempt = useAttempt();
  const [code, setCode] = useState('');
  const send = async (digits: string) => {
    if (!(await attempt.run(() => onCode(digits)))) setCode('');
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void send(code);
  };
  return (
    <form onSubmit={submit} className={classes.form}>
      <p className={classes.text}>{t('totpScan')}</p>
      <div className={classes.picture}>
        <QrCode text={setup.uri} words={t('qrWords')} />
      </div>
      <p className={classes.text}>{t('totpByHand')}</p>
      <div className={classes.key}>
        <code>{setup.secret.replaceAll(/(.{4})(?=.)/g, '$1 ')}</code>
        <CopyButton text={setup.secret} />
      </div>
      <p className={classes.text}>{t('totpThen')}</p>
      <FailureAlert error={attempt.error} waitS={attempt.waitS} />
      <CodeField value={code} onChange={setCode} onWhole={(whole) => void send(whole)} />
      <Button type="submit" loading={attempt.busy} disabled={code.length < 6 || attempt.waitS > 0}>
        {t('confirm')}
      </Button>
    </form>
  );
}
