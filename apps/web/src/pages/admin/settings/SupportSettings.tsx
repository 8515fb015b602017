import type { SignInSupport } from '@diemcau/contracts/identity/settings';
import { TextInput } from '@mantine/core';
import classes from './settings.module.css';
import type { GroupProps } from './SettingsForm';
import { useTexts } from './texts';

/** The office that people call who cannot sign in; shown to everybody on the sign-in page. */
export function SupportSettings({ draft: { support }, onChange }: GroupProps) {
  const t = useTexts();
  const change = (part: Partial<SignInSupport>) => {
    const next: SignInSupport = { office: '', phone: null, email: null, ...support, ...part };
    const empty = next.office === '' && next.phone === null && next.email === null;
    onChange({ support: empty ? null : next });
  };
  return (
    <>
      <p className={classes.soft}>{t('supportText')}</p>
      <div className={classes.grid}>
        <TextInput
          label={t('office')}
          value={support?.office ?? ''}
          maxLength={120}
          onChange={(event) => change({ office: event.currentTarget.value })}
        />
        <TextInput
          label={t('phone')}
          type="tel"
          value={support?.phone ?? ''}
          maxLength={40}
          onChange={(event) => change({ phone: event.currentTarget.value || null })}
        />
        <TextInput
          label={t('email')}
          type="email"
          value={support?.email ?? ''}
          maxLength={120}
          onChange={(event) => change({ email: event.currentTarget.value || null })}
        />
      </div>
    </>
  );
}
