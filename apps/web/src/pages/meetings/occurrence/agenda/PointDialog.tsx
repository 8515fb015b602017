import type { AgendaItem } from '@diemcau/contracts/meetings/agenda';
import type { Occurrence } from '@diemcau/contracts/meetings/occurrences';
import { NumberInput } from '@mantine/core';
import '@mantine/core/styles/NumberInput.css';
import { useState } from 'react';
import { useAct } from '../../../../admin/forms/use-act';
import { Dialog } from '../../../../admin/parts/Dialog';
import { UnitPicker } from '../../../../admin/units/UnitPicker';
import { DueFields } from '../DueFields';
import { meetingsKey } from '../queries';
import { dueOf, instantOf } from '../times';
import { TitleField } from '../TitleField';
import { addItem, changeItem } from './queries';
import { useTexts } from './texts';

interface Props {
  readonly meeting: Occurrence;
  /** Null for a new one. */
  readonly item: AgendaItem | null;
  readonly onClose: () => void;
}

/** A point of the agenda as officers write it. */
export function PointDialog({ meeting, item, onClose }: Props) {
  const t = useTexts();
  const [title, setTitle] = useState(item?.title ?? '');
  const [minutes, setMinutes] = useState<number | null>(item?.minutes ?? 30);
  const [unitId, setUnitId] = useState(item?.unitId ?? null);
  const [due, setDue] = useState(() => dueOf(item?.dueAt ?? null, '17:00'));
  const what = item ? 'change' : 'add';
  const act = useAct(
    () => {
      const wanted = { title: title.trim(), minutes: minutes ?? 30, dueAt: instantOf(due) };
      if (!item) return addItem({ occurrenceId: meeting.id, unitId, ...wanted });
      // A unit that stays is not named: it may be closed by now.
      const other = unitId === item.unitId ? {} : { unitId };
      return changeItem({ itemId: item.id, version: item.version, ...wanted, ...other });
    },
    { changes: [meetingsKey], done: t(`done_${what}`), after: onClose },
  );
  const drops = item !== null && item.unitId !== unitId && item.submittedAt !== null;
  const whole = due.day === null || instantOf(due) !== null;
  return (
    <Dialog
      opened
      title={t(what)}
      act={t(what)}
      onAct={() => act.mutate()}
      onClose={onClose}
      busy={act.isPending}
      ready={title.trim() !== '' && minutes !== null && whole}
      error={act.error}
    >
      <TitleField label={t('title')} value={title} onChange={setTitle} />
      <UnitPicker
        label={t('unit')}
        description={t(drops ? 'unitWarn' : 'unitText')}
        value={unitId}
        onChange={setUnitId}
      />
      <NumberInput
        label={t('length')}
        min={1}
        max={480}
        allowDecimal={false}
        clampBehavior="strict"
        value={minutes ?? ''}
        onChange={(value) => setMinutes(value === '' ? null : Number(value))}
      />
      <DueFields due={due} onChange={setDue} />
    </Dialog>
  );
}
