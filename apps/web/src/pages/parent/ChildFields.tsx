import { Radio, Stack, TextInput } from '@mantine/core';
import { guardianRelationKeys, type Relation } from './relations';
import { DayField } from '../../admin/dates/DayField';
import { useTexts } from './texts';

export interface Child {
  readonly code: string;
  readonly birthDate: string | null;
  readonly relation: Relation;
}

interface Props {
  readonly child: Child;
  readonly onChange: (child: Child) => void;
}

/** What a parent knows about the child: code, birth date, relation. */
export function ChildFields({ child, onChange }: Props) {
  const t = useTexts();
  return (
    <>
      <TextInput
        label={t('code')}
        description={t('codeHint')}
        value={child.code}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        maxLength={40}
        required
        withAsterisk={false}
        onChange={(event) => onChange({ ...child, code: event.currentTarget.value })}
      />
      <DayField
        label={t('birthDate')}
        value={child.birthDate}
        onChange={(birthDate) => onChange({ ...child, birthDate })}
      />
      <Radio.Group
        label={t('relation')}
        value={child.relation}
        onChange={(chosen) =>
          onChange({
            ...child,
            relation: guardianRelationKeys.find((key) => key === chosen) ?? child.relation,
          })
        }
      >
        <Stack gap="xs" mt={6}>
          {guardianRelationKeys.map((key) => (
            <Radio key={key} value={key} label={t(`relation_${key}`)} />
          ))}
        </Stack>
      </Radio.Group>
    </>
  );
}
