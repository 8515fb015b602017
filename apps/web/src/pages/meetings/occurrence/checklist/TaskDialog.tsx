import type { ChecklistOwner, PreparationItem } from '@diemcau/contracts/meetings/checklists';
import type { Occurrence } from '@diemcau/contracts/meetings/occurrences';
import { Select } from '@mantine/core';
import { useState } from 'react';
import { useAct } from '../../../../admin/forms/use-act';
import { Dialog } from '../../../../admin/parts/Dialog';
import { PersonPicker } from '../../../../admin/people/PersonPicker';
import { UnitPicker } from '../../../../admin/units/UnitPicker';
import { DueFields } from '../DueFields';
import { meetingsKey } from '../queries';
import { dueOf, instantOf } from '../times';
import { TitleField } from '../TitleField';
import { addTask, changeTask } from './queries';
import { useTexts } from './texts';

const owners = [
  'secretary',
  'chair',
  'director',
  'ownerUnit',
  'unit',
  'person',
] as const satisfies readonly ChecklistOwner[];

interface Props {
  readonly meeting: Occurrence;
  /** Null for a new one. */
  readonly item: PreparationItem | null;
  readonly onClose: () => void;
}

/** What is to be done, by whom, until when. Whose it is stays once it is there. */
export function TaskDialog({ meeting, item, onClose }: Props) {
  const t = useTexts();
  const [title, setTitle] = useState(item?.title ?? '');
  const [owner, setOwner] = useState<ChecklistOwner>('secretary');
  const [unitId, setUnitId] = useState<string | null>(null);
  const [userId, setUserId] = useState<string | null>(null);
  const [due, setDue] = useState(() => dueOf(item?.dueAt ?? null, '17:00'));
  const dueAt = instantOf(due);
  const what = item ? 'change' : 'add';
  const act = useAct(
    (until: string) => {
      const wanted = { title: title.trim(), dueAt: until };
      if (item) return changeTask({ itemId: item.id, ...wanted });
      return addTask({
        occurrenceId: meeting.id,
        ...wanted,
        owner,
        unitId: owner === 'unit' ? unitId : null,
        userId: owner === 'person' ? userId : null,
      });
    },
    { changes: [meetingsKey], done: t(`done_${what}`), after: onClose },
  );
  const named =
    item !== null || (owner === 'unit' ? unitId !== null : owner === 'person' ? userId !== null : true);
  return (
    <Dialog
      opened
      title={t(what)}
      act={t(what)}
      onAct={() => dueAt !== null && act.mutate(dueAt)}
      onClose={onClose}
      busy={act.isPending}
      ready={title.trim() !== '' && dueAt !== null && named}
      error={act.error}
    >
      <TitleField label={t('title')} value={title} onChange={setTitle} />
      {item === null && (
        <Select
          label={t('owner')}
          data={owners.map((value) => ({ value, label: t(`owner_${value}`) }))}
          value={owner}
          allowDeselect={false}
          onChange={(chosen) => setOwner(chosen as ChecklistOwner)}
        />
      )}
      {item === null && owner === 'unit' && (
        <UnitPicker label={t('unit')} value={unitId} onChange={setUnitId} required />
      )}
      {item === null && owner === 'person' && (
        <PersonPicker label={t('person')} kind="staff" value={userId} onChange={setUserId} required />
      )}
      <DueFields due={due} onChange={setDue} required />
    </Dialog>
  );
}
