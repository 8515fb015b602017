import type { CatalogueItem, EquipmentPurpose } from '@diemcau/contracts/meetings/catalogue';
import { type VitalPart, vitalParts } from '@diemcau/contracts/meetings/vital-parts';
import type { StoredFile } from '@diemcau/contracts/meetings/files';
import { Checkbox, Group, Select, Switch, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useFaults } from '../../../admin/forms/faults';
import { useAct } from '../../../admin/forms/use-act';
import { Dialog } from '../../../admin/parts/Dialog';
import { UnitPicker } from '../../../admin/units/UnitPicker';
import { PhotosField } from '../files/PhotosField';
import { addItem, catalogueKey, changeItem } from './queries';
import { useTexts } from './texts';

export const purposes: readonly EquipmentPurpose[] = ['meeting', 'teaching', 'both'];

interface Props {
  readonly item: CatalogueItem | null;
  /** Null while the catalogue shows nothing that would tell. */
  readonly provinceId: string | null;
  readonly onClose: () => void;
}

export function ItemDialog({ item, provinceId: known, onClose }: Props) {
  const t = useTexts();
  const [provinceId, setProvinceId] = useState(known);
  const [name, setName] = useState(item?.name ?? '');
  const [notes, setNotes] = useState(item?.notes ?? '');
  const [purpose, setPurpose] = useState<EquipmentPurpose>(item?.purpose ?? 'both');
  const [serves, setServes] = useState<readonly VitalPart[]>(item?.serves ?? []);
  const [retired, setRetired] = useState(item?.retired ?? false);
  const [photos, setPhotos] = useState<StoredFile[]>([]);
  const options = { changes: [catalogueKey], after: onClose, done: t('saved') };
  const add = useAct(addItem, options);
  const change = useAct(changeItem, options);
  const { error, isPending } = item ? change : add;
  const faultOf = useFaults(error);
  const submit = () => {
    const picture = photos[0] ? { pictureId: photos[0].id } : {};
    const given = {
      name: name.trim(),
      purpose,
      serves: [...serves],
      notes: notes.trim() || null,
      ...picture,
    };
    if (item) change.mutate({ ...given, itemId: item.id, version: item.version, retired });
    else if (provinceId) add.mutate({ ...given, provinceId });
  };
  return (
    <Dialog
      opened
      title={t(item ? 'changeItem' : 'addItem')}
      onClose={onClose}
      act={t('save')}
      onAct={submit}
      busy={isPending}
      ready={name.trim() !== '' && (item !== null || provinceId !== null)}
      error={error}
    >
      {!item && known === null && (
        <UnitPicker label={t('province')} value={provinceId} onChange={setProvinceId} required />
      )}
      <TextInput
        label={t('name')}
        value={name}
        maxLength={120}
        error={faultOf('name')}
        onChange={(event) => setName(event.currentTarget.value)}
        required
        data-autofocus
      />
      <Select
        label={t('purpose')}
        data={purposes.map((value) => ({ value, label: t(`purpose_${value}`) }))}
        value={purpose}
        onChange={(value) => value && setPurpose(value)}
        allowDeselect={false}
      />
      <Checkbox.Group
        label={t('serves')}
        description={t('servesText')}
        value={[...serves]}
        onChange={(chosen) => setServes(vitalParts.filter((part) => chosen.includes(part)))}
      >
        <Group mt="xs">
          {vitalParts.map((part) => (
            <Checkbox key={part} value={part} label={t(`serves_${part}`)} />
          ))}
        </Group>
      </Checkbox.Group>
      <Textarea
        label={t('notes')}
        value={notes}
        maxLength={2000}
        onChange={(event) => setNotes(event.currentTarget.value)}
        autosize
        minRows={2}
      />
      <PhotosField label={t('picture')} value={photos} onChange={setPhotos} max={1} />
      {item && (
        <Switch
          label={t('itemRetired')}
          checked={retired}
          onChange={(event) => setRetired(event.currentTarget.checked)}
        />
      )}
    </Dialog>
  );
}
