import type { Unit } from '@diemcau/contracts/identity/units';
import { Select, TextInput } from '@mantine/core';
import { UnitPicker } from '../../../../admin/units/UnitPicker';
import { useUnitTypes } from '../../../../admin/units/unit-types';
import { useTexts } from '../texts';
import { codeFrom } from './code-from';
import type { Draft } from './draft';
import { SplitFields } from './SplitFields';

export interface FieldsProps {
  readonly draft: Draft;
  readonly unit: Unit;
  readonly change: (changes: Partial<Draft>) => void;
  readonly faultOf: (path: string) => string | undefined;
}

/** What an event of each kind asks for besides dates and decision. */
export function EventFields(props: FieldsProps) {
  const t = useTexts();
  const { draft, change, faultOf } = props;
  const picker = (name: 'parentId' | 'intoId' | 'peopleTo' | 'childrenTo', label: string, hint?: string) => (
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
          <TypeField {...props} />
          {picker('parentId', t('above'))}
        </>
      );
    case 'rename':
      return <NameAndCode {...props} />;
    case 'correct':
      return (
        <>
          <p>{t('correctHint')}</p>
          <NameAndCode {...props} />
          <TypeField {...props} />
        </>
      );
    case 'move':
      return picker('parentId', t('newAbove'));
    case 'merge':
      return (
        <>
          {picker('intoId', t('mergeInto'), t('mergeIntoHint'))}
          {picker('childrenTo', t('childrenTo'), t('childrenToMergeHint'))}
          <TextInput
            label={t('newNameOfSuccessor')}
            description={t('newNameOfSuccessorHint')}
            maxLength={200}
            value={draft.name}
            onChange={(input) => change({ name: input.currentTarget.value })}
          />
        </>
      );
    case 'close':
      return (
        <>
          {picker('peopleTo', t('peopleTo'), t('peopleToHint'))}
          {picker('childrenTo', t('childrenTo'), t('childrenToHint'))}
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

function TypeField({ draft, unit, change, faultOf }: FieldsProps) {
  const t = useTexts();
  const { options, mayLieUnder } = useUnitTypes();
  const fitting = options.filter(({ value }) => draft.kind === 'correct' || mayLieUnder(value, unit.type));
  return (
    <Select
      label={t('type')}
      size="md"
      required
      data={fitting}
      value={draft.type}
      error={faultOf('type')}
      allowDeselect={false}
      onChange={(type) => change({ type })}
    />
  );
}
