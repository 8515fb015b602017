import { Button, TextInput } from '@mantine/core';
import IconFingerprint from '@tabler/icons-react/dist/esm/icons/IconFingerprint.mjs';
import { type FormEvent, useState } from 'react';
import { FailureAlert } from './FailureAlert';
import { canUsePasskeys } from './passkeys';
import classes from './TotpSetupForm.module.css';
import { useTexts } from './texts';
import { useAttempt } from './use-attempt';

interface Props {
  /** Makes the passkey and has it kept under the name. @throws Problem, PasskeyError */
  readonly onMake: (name: string) => Promise<void>;
}

export function PasskeySetupForm({ onMake }: Props) {
  const t = useTexts();
  const attempt = useAttempt();
  const [name, setName] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void attempt.run(() => onMake(name.trim()));
  };
  if (!canUsePasskeys()) return <p className={classes.text}>{t('passkeyUnsupported')}</p>;
  return (
    <form onSubmit={submit} className={classes.form}>
      <p className={classes.text}>{t('passkeyExplained')}</p>
      <TextInput
        label={t('passkeyName')}
        description={t('passkeyNameExample')}
        value={name}
        maxLength={60}
        required
        withAsterisk={false}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <FailureAlert error={attempt.error} waitS={attempt.waitS} />
      <Button
        type="submit"
        loading={attempt.busy}
        disabled={name.trim() === ''}
        leftSection={<IconFingerprint size={20} aria-hidden="true" />}
      >
        {t('passkeyMake')}
      </Button>
    </form>
  );
}
