import type { UnitTypeView } from '@diemcau/contracts/identity/unit-types';
import { Checkbox, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useAct } from '../../../../admin/forms/use-act';
import { useTextFields } from '../../../../admin/forms/use-text-fields';
import { Dialog } from '../../../../admin/parts/Dialog';
import { useUnitTypes } from '../../../../admin/units/unit-types';
import { changeType, defineType, unitTypesKey } from './queries';
import classes from './types.module.css';
import { useTexts } from './texts';

interface Props {
  /** Null for a new one. */
  readonly changing: UnitTypeView | null;
  readonly provinceId: string;
  readonly onClose: () => void;
}

interface Written {
  readonly nameVi: string;
  readonly nameEn: string;
  readonly under: string[];
}

/** A type of the province's own: its names, and under which types its units may lie. */
export function TypeDialog({ changing: type, provinceId, onClose }: Props) {
  const t = useTexts();
  const { types, nameOf } = useUnitTypes();
  const [under, setUnder] = useState<readonly string[]>(type?.under ?? []);
  const save = useAct(
    (input: Written) =>
      type
        ? changeType({ ...input, key: type.key, version: type.version })
        : defineType({ ...input, provinceId }),
    { done: t(type ? 'changed' : 'defined'), changes: [unitTypesKey], after: onClose },
  );
  const [fields, text] = useTextFields(
    { nameVi: type?.nameVi ?? '', nameEn: type?.nameEn ?? '' },
    { label: t, error: save.error },
  );
  const [nameVi, nameEn] = [fields.nameVi.trim(), fields.nameEn.trim()];
  return (
    <Dialog
      opened
      title={t(type ? 'changeTitle' : 'define')}
      onClose={onClose}
      act={t('save')}
      onAct={() => save.mutate({ nameVi, nameEn, under: [...under] })}
      busy={save.isPending}
      ready={nameVi !== '' && nameEn !== '' && under.length > 0}
      error={save.error}
    >
      {type && <p>{t('changeHint')}</p>}
      <TextInput {...text('nameVi', 120)} required data-autofocus />
      <TextInput {...text('nameEn', 120)} required />
      <Checkbox.Group
        label={t('under')}
        description={t('underHint')}
        required
        value={[...under]}
        onChange={setUnder}
      >
        <div className={classes.under}>
          {types.map(({ key }) => (
            <Checkbox
              key={key}
              value={key}
              label={key === type?.key ? `${nameOf(key)} (${t('itself')})` : nameOf(key)}
            />
          ))}
        </div>
      </Checkbox.Group>
    </Dialog>
  );
}
