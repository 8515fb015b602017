import type { SiteDevice } from '@diemcau/contracts/meetings/equipment';
import type { StoredFile } from '@diemcau/contracts/meetings/files';
import type { MaintenanceResult } from '@diemcau/contracts/meetings/maintenance';
import { NumberInput, Select, Textarea, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { DayField } from '../../../admin/dates/DayField';
import { today } from '../../../admin/dates/format';
import { useAct } from '../../../admin/forms/use-act';
import { Dialog } from '../../../admin/parts/Dialog';
import { DocumentField } from '../files/DocumentField';
import { equipmentKey, maintenanceKey, recordMaintenance, schedulesQuery } from './queries';
import { useTexts } from './texts';

const results: readonly MaintenanceResult[] = ['ok', 'repaired', 'replaced', 'needsRepair'];

/** A line of the log, with what it cost. */
export function RecordDialog({ device, onClose }: { device: Pick<SiteDevice, 'id'>; onClose: () => void }) {
  const t = useTexts();
  const schedules = useQuery(schedulesQuery(device.id));
  const [fields, setFields] = useState({ doneBy: '', what: '' });
  const [doneOn, setDoneOn] = useState<string | null>(today);
  const [result, setResult] = useState<MaintenanceResult>('ok');
  const [cost, setCost] = useState<number | string>('');
  const [scheduleId, setScheduleId] = useState<string | null>(null);
  const [file, setFile] = useState<StoredFile | null>(null);
  const changes = [maintenanceKey, equipmentKey];
  const record = useAct(recordMaintenance, { done: t('recorded'), changes, after: onClose });
  const text = (name: keyof typeof fields, maxLength: number) => ({
    label: t(name),
    maxLength,
    value: fields[name],
    required: true,
    onChange: (event: { currentTarget: { value: string } }) => {
      const { value } = event.currentTarget;
      setFields((before) => ({ ...before, [name]: value }));
    },
  });
  const submit = () => {
    if (!doneOn) return;
    record.mutate({
      deviceId: device.id,
      doneOn,
      doneBy: fields.doneBy.trim(),
      what: fields.what.trim(),
      result,
      scheduleId,
      costVnd: typeof cost === 'number' ? cost : null,
      fileId: file?.id ?? null,
    });
  };
  return (
    <Dialog
      opened
      title={t('record')}
      onClose={onClose}
      act={t('save')}
      onAct={submit}
      busy={record.isPending}
      ready={doneOn !== null && fields.doneBy.trim() !== '' && fields.what.trim() !== ''}
      error={record.error}
    >
      <Textarea {...text('what', 1000)} autosize minRows={2} data-autofocus />
      <TextInput {...text('doneBy', 120)} />
      <DayField label={t('doneOn')} value={doneOn} onChange={setDoneOn} max={today()} required />
      <Select
        label={t('result')}
        data={results.map((value) => ({ value, label: t(`result_${value}`) }))}
        value={result}
        onChange={(value) => value && setResult(value)}
        allowDeselect={false}
      />
      {(schedules.data?.items.length ?? 0) > 0 && (
        <Select
          label={t('schedule')}
          data={schedules.data?.items.map(({ id, what }) => ({ value: id, label: what })) ?? []}
          value={scheduleId}
          onChange={setScheduleId}
          clearable
        />
      )}
      <NumberInput
        label={t('cost')}
        min={0}
        thousandSeparator="."
        decimalSeparator=","
        value={cost}
        onChange={setCost}
      />
      <DocumentField label={t('file')} value={file} onChange={setFile} />
    </Dialog>
  );
}
