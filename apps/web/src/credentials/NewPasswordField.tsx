import '@mantine/core/styles/PasswordInput.css';
import { Problem } from '@diemcau/client/problem';
import { PasswordInput } from '@mantine/core';
import IconCircle from '@tabler/icons-react/dist/esm/icons/IconCircle.mjs';
import IconCircleCheck from '@tabler/icons-react/dist/esm/icons/IconCircleCheck.mjs';
import { useId } from 'react';
import classes from './NewPasswordField.module.css';
import { lengthOf, strengthOf } from './strength';
import { useTexts } from './texts';

interface Props {
  readonly label?: string;
  readonly value: string;
  readonly minLength: number;
  /** What the server said of the password that was tried last. */
  readonly refusal: string | null;
  readonly onChange: (value: string) => void;
}

/** A password being chosen: what is asked of it, told while it is typed; no kind of character is demanded. */
export function NewPasswordField({ label, value, minLength, refusal, onChange }: Props) {
  const t = useTexts();
  const rulesId = useId();
  const length = lengthOf(value);
  const long = length >= minLength;
  const strength = strengthOf(value, minLength);
  const Mark = long ? IconCircleCheck : IconCircle;
  return (
    <div>
      <PasswordInput
        name="new-password"
        label={label ?? t('newPassword')}
        description={t('passwordAdvice')}
        value={value}
        error={refusal}
        autoComplete="new-password"
        maxLength={200}
        required
        withAsterisk={false}
        aria-describedby={rulesId}
        visibilityToggleButtonProps={{ 'aria-label': t('showPassword') }}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
      <div id={rulesId} className={classes.rules}>
        <p className={classes.rule} data-met={long}>
          <Mark size={18} aria-hidden="true" />
          {t(long ? 'lengthMet' : 'lengthMissing', { min: minLength, n: length })}
        </p>
        {long && (
          <p className={classes.strength} data-strength={strength}>
            <span className={classes.bar} aria-hidden="true" />
            {t(`strength_${strength}`)}
          </p>
        )}
      </div>
    </div>
  );
}

/** Refusals that are about the password itself and belong beside the field. */
const aboutPassword: ReadonlySet<string> = new Set([
  'passwords.tooShort',
  'passwords.common',
  'passwords.aboutYou',
  'passwords.unchanged',
  'passwords.characters',
]);

export const passwordRefusal = (error: unknown): string | null =>
  error instanceof Problem && aboutPassword.has(error.code) ? error.title : null;
