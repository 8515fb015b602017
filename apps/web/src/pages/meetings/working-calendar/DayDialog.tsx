import type { CalendarDay, CalendarDayKind } from '@diemcau/contracts/meetings/calendar';
import { Button, SegmentedControl, TextInput } from '@mantine/core';
import { useState } from 'react';
import { DayField } from '../../../admin/dates/DayField';
import { formatDay } from '../../../admin/dates/format';
import { useFaults } from '../../../admin/forms/faults';
import { useAct } from '../../../admin/forms/use-act';
import { Dialog } from '../../../admin/parts/Dialog';
import { addDay, calendarChanges, changeDay, removeDay } from './queries';
import { useTexts } from './texts';

interface Props {
  readonly year: number;
  /** Null for a new day. */
  readonly known: CalendarDay | null;
  readonly onClose: () => void;
}

/** A day off or a day worked, citing its decision. */
export function DayDialog({ year, known, onClose }: Props) {
  const t = useTexts();
  const [day, setDay] = useState<string | null>(known?.day ?? null);
  const [kind, setKind] = useState<CalendarDayKind>(known?.kind ?? 'off');
  const [nameVi, setNameVi] = useState(known?.nameVi ?? '');
  const [nameEn, setNameEn] = useState(known?.nameEn ?? '');
  const [decisionNumber, setDecisionNumber] = useState(known?.decisionNumber ?? '');
  const [decisionDate, setDecisionDate] = useState<string | null>(known?.decisionDate ?? null);
  const options = { changes: calendarChanges, after: onClose };
  const save = useAct(
    (wish: { day: string; decisionDate: string }) => {
      const cited = {
        kind,
        nameVi,
        nameEn: nameEn || nameVi,
        decisionNumber,
        decisionDate: wish.decisionDate,
      };
      return known?.id
        ? changeDay({ dayId: known.id, version: known.version, ...cited })
        : addDay({ day: wish.day, ...cited });
    },
    { ...options, done: t(known ? 'changed' : 'added') },
  );
  const remove = useAct(removeDay, { ...options, done: t('removed') });
  const faultOf = useFaults(save.error);
  const ready = day !== null && nameVi.trim() !== '' && decisionNumber.trim() !== '' && decisionDate !== null;
  return (
    <Dialog
      opened
      title={known ? t('change', { day: formatDay(known.day) }) : t('add')}
      act={known ? t('save') : t('add')}
      ready={ready}
      onAct={() => day && decisionDate && save.mutate({ day, decisionDate })}
      busy={save.isPending}
      error={save.error ?? remove.error}
      onClose={onClose}
    >
      {!known && (
        <DayField
          label={t('day')}
          value={day}
          onChange={setDay}
          min={`${year}-01-01`}
          max={`${year}-12-31`}
          error={faultOf('day')}
          required
        />
      )}
      <SegmentedControl
        aria-label={t('kind')}
        data={[
          { value: 'off', label: t('kind_off') },
          { value: 'working', label: t('kind_working') },
        ]}
        value={kind}
        onChange={(value) => setKind(value as CalendarDayKind)}
      />
      <TextInput
        label={t('nameVi')}
        description={t('nameViHint')}
        value={nameVi}
        maxLength={120}
        required
        error={faultOf('nameVi')}
        onChange={(event) => setNameVi(event.currentTarget.value)}
      />
      <TextInput
        label={t('nameEn')}
        value={nameEn}
        maxLength={120}
        onChange={(event) => setNameEn(event.currentTarget.value)}
      />
      <TextInput
        label={t('decisionNumber')}
        value={decisionNumber}
        maxLength={60}
        required
        error={faultOf('decisionNumber')}
        onChange={(event) => setDecisionNumber(event.currentTarget.value)}
      />
      <DayField label={t('decisionDate')} value={decisionDate} onChange={setDecisionDate} required />
      {known?.id && (
        <Button
          variant="subtle"
          color="red.9"
          loading={remove.isPending}
          onClick={() => known.id && remove.mutate(known.id)}
        >
          {t('remove')}
        </Button>
      )}
    </Dialog>
  );
}
