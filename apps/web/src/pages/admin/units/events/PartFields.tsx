import type { Unit } from '@diemcau/contracts/identity/units';
import { ActionIcon, TextInput } from '@mantine/core';
import IconTrash from '@tabler/icons-react/dist/esm/icons/IconTrash.mjs';
import { UnitPicker } from '../../../../admin/units/UnitPicker';
import { useUnitTypes } from '../../../../admin/units/unit-types';
import { useTexts } from '../texts';
import { codeFrom } from './code-from';
import type { PartDraft } from './draft';
import classes from './events.module.css';
import { TypeSelect } from './TypeSelect';

interface Props {
  readonly part: PartDraft;
  /** From 0. */
  readonly at: number;
  /** That is split. */
  readonly unit: Unit;
  readonly onChange: (changes: Partial<PartDraft>) => void;
  /** None while it is the only one. */
  readonly onDrop: (() => void) | undefined;
  readonly faultOf: (path: string) => string | undefined;
}

/** One unit that comes out of a split: how it is called, what it is and where it lies. */
export function PartFields({ part, at, unit, onChange, onDrop, faultOf }: Props) {
  const t = useTexts();
  const { nameOf } = useUnitTypes();
  return (
    <fieldset className={classes.part}>
      <legend>{t('part', { n: at + 1 })}</legend>
      <TextInput
        label={t('name')}
        required
        maxLength={200}
        value={part.name}
        error={faultOf(`parts.${at}.name`)}
        onChange={(input) => {
          const name = input.currentTarget.value;
          const follows = part.code === '' || part.code === codeFrom(part.name);
          onChange({ name, ...(follows && { code: codeFrom(name) }) });
        }}
      />
      <TextInput
        label={t('code')}
        required
        maxLength={60}
        value={part.code}
        error={faultOf(`parts.${at}.code`)}
        autoCapitalize="none"
        spellCheck={false}
        onChange={(input) => onChange({ code: input.currentTarget.value })}
      />
      <TypeSelect
        label={t('type')}
        placeholder={nameOf(unit.type)}
        parentId={part.parentId ?? unit.parentId}
        value={part.type}
        onChange={(type) => onChange({ type })}
        error={faultOf(`parts.${at}.type`)}
      />
      <UnitPicker
        label={t('above')}
        description={part.parentId === null ? t('partAboveHint') : undefined}
        value={part.parentId}
        onChange={(parentId) => onChange({ parentId })}
        error={faultOf(`parts.${at}.parentId`)}
      />
      {onDrop && (
        <ActionIcon
          variant="subtle"
          color="gray"
          className={classes.dropPart}
          aria-label={t('dropPart', { n: at + 1 })}
          onClick={onDrop}
        >
          <IconTrash size={18} aria-hidden="true" />
        </ActionIcon>
      )}
    </fieldset>
  );
}
