import { body } from '@diemcau/client/rest';
import { Button, Modal, PasswordInput } from '@mantine/core';
import IconFingerprint from '@tabler/icons-react/dist/esm/icons/IconFingerprint.mjs';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { rest } from '../../../api/rest';
import { CodeField } from '../../../credentials/CodeField';
import { FailureAlert } from '../../../credentials/FailureAlert';
import { askForPasskey, canUsePasskeys } from '../../../credentials/passkeys';
import { useAttempt } from '../../../credentials/use-attempt';
import { factorsQuery } from '../factors/queries';
import classes from '../AccountPage.module.css';
import { useTexts } from './texts';

interface Props {
  readonly opened: boolean;
  readonly onAnswer: (confirmed: boolean) => void;
}

export function ConfirmIdentity({ opened, onAnswer }: Props) {
  const t = useTexts();
  return (
    <Modal
      opened={opened}
      onClose={() => onAnswer(false)}
      title={t('title')}
      centered
      closeButtonProps={{ 'aria-label': t('cancel') }}
    >
      {opened && <ConfirmForm onDone={() => onAnswer(true)} />}
    </Modal>
  );
}

function ConfirmForm({ onDone }: { onDone: () => void }) {
  const t = useTexts();
  const attempt = useAttempt();
  const { data } = useQuery(factorsQuery());
  const [password, setPassword] = useState('');
  const [code, setCode] = useState('');
  const has = (kind: 'totp' | 'passkey'): boolean =>
    data?.items.some((factor) => factor.kind === kind) ?? false;
  const byPassword = async () => {
    const ok = await attempt.run(() =>
      body(
        rest.POST('/api/v1/account/confirmations/password', {
          body: { password, ...(code !== '' && { code }) },
        }),
      ).then(() => undefined),
    );
    if (ok) onDone();
  };
  const byPasskey = async () => {
    const ok = await attempt.run(async () => {
      const { token, options } = await body(rest.POST('/api/v1/account/confirmations/passkey/options'));
      const response = await askForPasskey(options);
      await body(
        rest.POST('/api/v1/account/confirmations/passkey', { body: { token, response: { ...response } } }),
      );
    });
    if (ok) onDone();
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void byPassword();
  };
  return (
    <form onSubmit={submit} className={classes.form}>
      <p className={classes.soft}>{t('text')}</p>
      <FailureAlert error={attempt.error} waitS={attempt.waitS} />
      {has('passkey') && canUsePasskeys() && (
        <Button
          variant="default"
          disabled={attempt.busy || attempt.waitS > 0}
          leftSection={<IconFingerprint size={20} aria-hidden="true" />}
          onClick={() => void byPasskey()}
        >
          {t('byPasskey')}
        </Button>
      )}
      <PasswordInput
        label={t('password')}
        value={password}
        autoComplete="current-password"
        maxLength={200}
        required
        withAsterisk={false}
        data-autofocus
        visibilityToggleButtonProps={{ 'aria-label': t('showPassword') }}
        onChange={(event) => setPassword(event.currentTarget.value)}
      />
      {has('totp') && <CodeField value={code} onChange={setCode} />}
      <Button type="submit" loading={attempt.busy} disabled={password === '' || attempt.waitS > 0}>
        {t('confirm')}
      </Button>
    </form>
  );
}
