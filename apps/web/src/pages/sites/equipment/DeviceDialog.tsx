import type { SiteDevice, DeviceCondition } from '@diemcau/contracts/meetings/equipment';
import { Select, Textarea, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { DayField } from '../../../admin/dates/DayField';
import { useAct } from '../../../admin/forms/use-act';
import { useTextFields } from '../../../admin/forms/use-text-fields';
import { useReadVersion } from '../../../admin/forms/use-read-version';
import { Dialog } from '../../../admin/parts/Dialog';
import { conditions } from './ConditionChip';
import { addDevice, changeDevice, equipmentKey, itemsQuery } from './queries';
import { useTexts } from './texts';

interface Props {
  readonly siteId: string;
  /** Null for a new one. */
  readonly device: SiteDevice | null;
  readonly onClose: () => void;
}

export function DeviceDialog({ siteId, device, onClose }: Props) {
  const t = useTexts();
  const items = useQuery(itemsQuery());
  const [itemId, setItemId] = useState<string | null>(device?.itemId ?? null);
  const [condition, setCondition] = useState<DeviceCondition>(device?.condition ?? 'good');
  const [acquiredOn, setAcquiredOn] = useState<string | null>(device?.acquiredOn ?? null);
  const options = { changes: [equipmentKey], after: onClose };
  const add = useAct(addDevice, { ...options, done: t('added') });
  const change = useAct(changeDevice, { ...options, done: t('saved') });
  const { error, isPending } = device ? change : add;
  const version = useReadVersion(device?.version ?? 0, error);
  const [fields, text] = useTextFields(
    {
      serialNo: device?.serialNo ?? '',
      location: device?.location ?? '',
      notes: device?.notes ?? '',
    },
    { label: t, error },
  );
  const submit = () => {
    if (!itemId) return;
    const given = {
      itemId,
      condition,
      acquiredOn,
      serialNo: fields.serialNo.trim() || null,
      location: fields.location.trim() || null,
      notes: fields.notes.trim() || null,
    };
    if (device) change.mutate({ ...given, deviceId: device.id, version });
    else add.mutate({ ...given, siteId });
  };
  const known = (items.data?.items ?? []).map(({ id, name }) => ({ value: id, label: name }));
  if (device && !known.some(({ value }) => value === device.itemId)) {
    known.unshift({ value: device.itemId, label: device.itemName });
  }
  return (
    <Dialog
      opened
      title={t(device ? 'changeDevice' : 'addDevice')}
      onClose={onClose}
      act={t('save')}
      onAct={submit}
      busy={isPending}
      ready={itemId !== null}
      error={error}
    >
      <Select label={t('item')} data={known} value={itemId} onChange={setItemId} searchable required />
      <TextInput {...text('serialNo', 80)} />
      <Select
        label={t('condition')}
        data={conditions.map((value) => ({ value, label: t(`condition_${value}`) }))}
        value={condition}
        onChange={(value) => value && setCondition(value)}
        allowDeselect={false}
      />
      <DayField label={t('acquiredOn')} value={acquiredOn} onChange={setAcquiredOn} />
      <TextInput {...text('location', 200)} />
      <Textarea {...text('notes', 1000)} autosize minRows={2} />
    </Dialog>
  );
}
