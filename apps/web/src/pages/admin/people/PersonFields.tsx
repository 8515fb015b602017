import { TextInput } from '@mantine/core';
import { DayField } from '../../../admin/dates/DayField';
import { proposeUserName } from './queries';
import { useTexts } from './texts';

export interface Fields {
  readonly displayName: string;
  readonly userName: string;
  readonly code: string;
  readonly email: string;
  readonly phone: string;
  readonly birthDate: string | null;
}

export const emptyFields: Fields = {
  displayName: '',
  userName: '',
  code: '',
  email: '',
  phone: '',
  birthDate: null,
};

const orNull = (text: string): string | null => text.trim() || null;

/** As it is sent: what is empty is null. */
export const given = ({ displayName, userName, code, email, phone, birthDate }: Fields) => ({
  displayName: displayName.trim(),
  userName: userName.trim(),
  code: orNull(code),
  email: orNull(email),
  phone: orNull(phone),
  birthDate,
});

interface Props {
  readonly fields: Fields;
  readonly onChange: (update: (before: Fields) => Fields) => void;
  readonly faultOf: (path: string) => string | undefined;
  /** For proposing a user name; null: none is proposed. */
  readonly unitId: string | null;
}

/** What is kept about a person, for making and changing. */
export function PersonFields({ fields, onChange, faultOf, unitId }: Props) {
  const t = useTexts();
  const text = (name: 'displayName' | 'userName' | 'code' | 'email' | 'phone', max: number) => ({
    label: t(name === 'displayName' ? 'name' : name),
    value: fields[name],
    maxLength: max,
    error: faultOf(name),
    onChange: (event: { currentTarget: { value: string } }) => {
      const { value } = event.currentTarget;
      onChange((before) => ({ ...before, [name]: value }));
    },
  });
  const propose = async () => {
    const displayName = fields.displayName.trim();
    if (unitId === null || displayName === '' || fields.userName !== '') return;
    // Only a convenience: without it the server makes the name.
    const proposal = await proposeUserName(displayName, unitId).catch(() => null);
    if (proposal) onChange((before) => ({ ...before, userName: before.userName || proposal.userName }));
  };
  return (
    <>
      <TextInput {...text('displayName', 120)} required data-autofocus onBlur={() => void propose()} />
      <TextInput
        {...text('userName', 100)}
        description={t('userNameHint')}
        autoCapitalize="none"
        spellCheck={false}
        autoComplete="off"
      />
      <TextInput {...text('code', 60)} description={t('codeHint')} />
      <TextInput {...text('email', 254)} type="email" autoComplete="off" />
      <TextInput {...text('phone', 25)} type="tel" autoComplete="off" />
      <DayField
        label={t('birthDate')}
        value={fields.birthDate}
        onChange={(birthDate) => onChange((before) => ({ ...before, birthDate }))}
        error={faultOf('birthDate')}
      />
    </>
  );
}
