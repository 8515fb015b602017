import { body } from '@diemcau/client/rest';
import { Button, PasswordInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { notify } from '../../../admin/notices/notices';
import { Section } from '../../../admin/parts/Section';
import { rest } from '../../../api/rest';
import { FailureAlert } from '../../../credentials/FailureAlert';
import { NewPasswordField, passwordRefusal } from '../../../credentials/NewPasswordField';
import { lengthOf } from '../../../credentials/strength';
import { useAttempt } from '../../../credentials/use-attempt';
import classes from '../AccountPage.module.css';
import { useTexts } from './texts';

export function PasswordSection({ userName }: { userName: string }) {
  const t = useTexts();
  const [open, setOpen] = useState(false);
  return (
    <Section
      title={t('title')}
      actions={
        !open && (
          <Button variant="default" size="sm" onClick={() => setOpen(true)}>
            {t('change')}
          </Button>
        )
      }
    >
      {open ? (
        <PasswordForm userName={userName} onDone={() => setOpen(false)} />
      ) : (
        <p className={classes.soft}>{t('advice')}</p>
      )}
    </Section>
  );
}

function PasswordForm({ userName, onDone }: { userName: string; onDone: () => void }) {
  const t = useTexts();
  const attempt = useAttempt();
  const rules = useQuery({
    queryKey: ['me', 'password-rules'],
    queryFn: () => body(rest.GET('/api/v1/account/password/rules')),
    staleTime: 300_000,
  });
  const [current, setCurrent] = useState('');
  const [password, setPassword] = useState('');
  const minLength = rules.data?.minLength ?? 8;
  const refusal = passwordRefusal(attempt.error);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const changed = await attempt.run(() =>
      body(rest.PUT('/api/v1/account/password', { body: { current, password } })),
    );
    if (!changed) return;
    notify('done', t('changed'));
    onDone();
  };
  return (
    <form onSubmit={(event) => void submit(event)} className={classes.form}>
      <input type="hidden" name="username" autoComplete="username" value={userName} />
      {refusal === null && <FailureAlert error={attempt.error} waitS={attempt.waitS} />}
      <PasswordInput
        label={t('current')}
        value={current}
        autoComplete="current-password"
        maxLength={200}
        required
        withAsterisk={false}
        visibilityToggleButtonProps={{ 'aria-label': t('showPassword') }}
        onChange={(event) => setCurrent(event.currentTarget.value)}
      />
      <NewPasswordField
        value={password}
        minLength={minLength}
        refusal={refusal}
        onChange={(value) => {
          setPassword(value);
          attempt.clear();
        }}
      />
      <div className={classes.actions}>
        <Button
          type="submit"
          loading={attempt.busy}
          disabled={current === '' || lengthOf(password) < minLength || attempt.waitS > 0}
        >
          {t('save')}
        </Button>
        <Button variant="default" onClick={onDone}>
          {t('cancel')}
        </Button>
      </div>
    </form>
  );
}
