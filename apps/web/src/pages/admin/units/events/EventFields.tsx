import type { Unit } from '@diemcau/contracts/identity/units';
import { TextInput } from '@mantine/core';
import { UnitPicker } from '../../../../admin/units/UnitPicker';
import { useTexts } from '../texts';
import { BelowFields } from './BelowFields';
import { codeFrom } from './code-from';
import type { Draft } from './draft';
import { SplitFields } from './SplitFields';
import { TypeSelect } from './TypeSelect';
import type { Below } from './use-below';

export interface FieldsProps {
  readonly draft: Draft;
  readonly unit: Unit;
  readonly below: Below;
  readonly change: (changes: Partial<Draft>) => void;
  readonly faultOf: (path: string) => string | undefined;
}

/** What an event of each kind asks for besides dates and decision. */
export function EventFields(props: FieldsProps) {
  const t = useTexts();
  const { draft, change, faultOf } = props;
  const picker = (name: 'parentId' | 'intoId' | 'peopleTo', label: string, hint?: string) => (
    <UnitPicker
      label={label}
      description={hint}
      value={draft[name]}
      onChange={(chosen) => change({ [name]: chosen })}
      error={faultOf(name)}
      required={name === 'parentId' || name === 'intoId'}
    />
  );
  switch (draft.kind) {
    case 'found':
      return (
        <>
          <NameAndCode {...props} />
          {picker('parentId', t('above'))}
          <TypeField {...props} parentId={draft.parentId} />
        </>
      );
    case 'rename':
      return <NameAndCode {...props} />;
    case 'correct':
      return (
        <>
          <p>{t('correctHint')}</p>
          <NameAndCode {...props} />
          <TypeField {...props} parentId={props.unit.parentId} />
        </>
      );
    case 'move':
      return picker('parentId', t('newAbove'));
    case 'merge':
      return (
        <>
          {picker('intoId', t('mergeInto'), t('mergeIntoHint'))}
          <TextInput
            label={t('newNameOfSuccessor')}
            description={t('newNameOfSuccessorHint')}
            maxLength={200}
            value={draft.name}
            onChange={(input) => change({ name: input.currentTarget.value })}
          />
          <BelowFields {...props} />
        </>
      );
    case 'close':
      return (
        <>
          {picker('peopleTo', t('peopleTo'), t('peopleToHint'))}
          <BelowFields {...props} />
        </>
      );
    case 'split':
      return <SplitFields {...props} />;
  }
}

function NameAndCode({ draft, change, faultOf }: FieldsProps) {
  const t = useTexts();
  const found = draft.kind === 'found';
  return (
    <>
      <TextInput
        label={t('name')}
        required
        maxLength={200}
        value={draft.name}
        error={faultOf('name')}
        data-autofocus
        onChange={(input) => {
          const name = input.currentTarget.value;
          const follows = found && (draft.code === '' || draft.code === codeFrom(draft.name));
          change({ name, ...(follows && { code: codeFrom(name) }) });
        }}
      />
      <TextInput
        label={t('code')}
        description={t('codeHint')}
        required
        maxLength={60}
        value={draft.code}
        error={faultOf('code')}
        autoCapitalize="none"
        spellCheck={false}
        onChange={(input) => change({ code: input.currentTarget.value })}
      />
    </>
  );
}

function TypeField({
  draft,
  parentId,
  change,
  faultOf,
}: Pick<FieldsProps, 'draft' | 'change' | 'faultOf'> & { parentId: string | null }) {
  const t = useTexts();
  return (
    <TypeSelect
      label={t('type')}
      required
      parentId={parentId}
      value={draft.type}
      onChange={(type) => change({ type })}
      error={faultOf('type')}
    />
  );
}
