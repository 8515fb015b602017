import { TextInput } from '@mantine/core';
import { useFaults } from '../../admin/forms/faults';
import { useTexts } from './texts';

export interface Self {
  readonly displayName: string;
  readonly phone: string;
  readonly email: string;
  readonly userName: string;
}

interface Props {
  readonly self: Self;
  /** Of the last try: what the server said of each field. */
  readonly error: unknown;
  readonly onChange: (self: Self) => void;
}

export function SelfFields({ self, error, onChange }: Props) {
  const t = useTexts();
  const faultOf = useFaults(error);
  return (
    <>
      <TextInput
        label={t('displayName')}
        value={self.displayName}
        error={faultOf('displayName')}
        autoComplete="name"
        maxLength={120}
        required
        withAsterisk={false}
        onChange={(event) => onChange({ ...self, displayName: event.currentTarget.value })}
      />
      <TextInput
        label={t('phone')}
        value={self.phone}
        error={faultOf('phone')}
        type="tel"
        autoComplete="tel"
        maxLength={25}
        required
        withAsterisk={false}
        onChange={(event) => onChange({ ...self, phone: event.currentTarget.value })}
      />
      <TextInput
        label={t('email')}
        description={t('emailHint')}
        value={self.email}
        error={faultOf('email')}
        type="email"
        autoComplete="email"
        maxLength={254}
        onChange={(event) => onChange({ ...self, email: event.currentTarget.value })}
      />
    </>
  );
}

export function UserNameField({ self, error, onChange }: Props) {
  const t = useTexts();
  const faultOf = useFaults(error);
  return (
    <TextInput
      label={t('userName')}
      description={t('userNameHint')}
      value={self.userName}
      error={faultOf('userName')}
      autoComplete="username"
      autoCapitalize="none"
      spellCheck={false}
      maxLength={100}
      required
      withAsterisk={false}
      onChange={(event) => onChange({ ...self, userName: event.currentTarget.value })}
    />
  );
}
