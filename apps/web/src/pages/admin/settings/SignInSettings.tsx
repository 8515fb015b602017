import type { Language, SecondFactorPolicy } from '@diemcau/contracts/identity/settings';
import { Radio, SegmentedControl, Stack } from '@mantine/core';
import { Days } from './Days';
import classes from './settings.module.css';
import type { GroupProps } from './SettingsForm';
import { useTexts } from './texts';

const policies = ['admins', 'everyone', 'nobody'] as const satisfies readonly SecondFactorPolicy[];
const languages = ['vi', 'en'] as const satisfies readonly Language[];

export function SignInSettings({ draft, onChange }: GroupProps) {
  const t = useTexts();
  return (
    <Stack gap="lg">
      <Radio.Group
        label={t('secondFactor')}
        description={t('secondFactorText')}
        value={draft.requireSecondFactor}
        onChange={(chosen) =>
          onChange({ requireSecondFactor: policies.find((one) => one === chosen) ?? 'admins' })
        }
      >
        <Stack gap="xs" mt={8}>
          {policies.map((policy) => (
            <Radio key={policy} value={policy} label={t(`policy_${policy}`)} />
          ))}
        </Stack>
      </Radio.Group>
      <div className={classes.grid}>
        <Days
          label={t('minLength')}
          unit="characters"
          range={[8, 64, 8]}
          value={draft.passwordMinLength}
          onChange={(passwordMinLength) => onChange({ passwordMinLength })}
        />
        <Days
          label={t('sessionDays')}
          range={[1, 90, 14]}
          value={draft.sessionDays}
          onChange={(sessionDays) => onChange({ sessionDays })}
        />
      </div>
      <div>
        <p className={classes.label}>{t('language')}</p>
        <p className={classes.soft}>{t('languageText')}</p>
        <SegmentedControl
          aria-label={t('language')}
          value={draft.language}
          data={languages.map((value) => ({ value, label: t(`language_${value}`) }))}
          onChange={(chosen) => onChange({ language: languages.find((one) => one === chosen) ?? 'vi' })}
        />
      </div>
    </Stack>
  );
}
