import type { RosterEntry } from '@diemcau/contracts/identity/roster';
import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { DayField } from '../../../admin/dates/DayField';
import { today } from '../../../admin/dates/format';
import { useFaults } from '../../../admin/forms/faults';
import { useAct } from '../../../admin/forms/use-act';
import { useTextFields } from '../../../admin/forms/use-text-fields';
import { useReadVersion } from '../../../admin/forms/use-read-version';
import { Dialog } from '../../../admin/parts/Dialog';
import { PersonPicker } from '../../../admin/people/PersonPicker';
import { useMay } from '../../../admin/permissions';
import { UnitPicker } from '../../../admin/units/UnitPicker';
import { addEntry, changeEntry, rosterKey } from './queries';
import { useTexts } from './texts';

interface Props {
  /** Null for a new one. */
  readonly entry: RosterEntry | null;
  readonly unitId: string | null;
  readonly onClose: () => void;
}

/** Somebody with an account, who brings name and numbers along, or somebody without. */
export function EntryDialog({ entry, unitId, onClose }: Props) {
  const t = useTexts();
  const may = useMay();
  const [unit, setUnit] = useState(unitId);
  const [userId, setUserId] = useState<string | null>(entry?.userId ?? null);
  const [since, setSince] = useState<string | null>(entry?.since ?? today());
  const [until, setUntil] = useState<string | null>(entry?.until ?? null);
  const options = { changes: [rosterKey], after: onClose };
  const add = useAct(addEntry, { ...options, done: t('added') });
  const change = useAct(changeEntry, { ...options, done: t('saved') });
  const { error, isPending } = entry ? change : add;
  const faultOf = useFaults(error);
  const version = useReadVersion(entry?.version ?? 0, error);
  const [fields, text] = useTextFields(
    {
      name: entry?.name ?? '',
      phone: entry?.phone ?? '',
      email: entry?.email ?? '',
      duties: entry?.duties ?? '',
    },
    { label: t, error },
  );
  const submit = () => {
    if (!unit || !since) return;
    const given = {
      ...(userId === null && { name: fields.name.trim() }),
      duties: fields.duties.trim(),
      since,
      until,
    };
    const [phone, email] = [fields.phone.trim(), fields.email.trim()];
    if (entry) {
      change.mutate({
        ...given,
        entryId: entry.id,
        version,
        phone: phone || null,
        email: email || null,
      });
    } else {
      add.mutate({ ...given, unitId: unit, userId, ...(phone && { phone }), ...(email && { email }) });
    }
  };
  return (
    <Dialog
      opened
      title={t(entry ? 'change' : 'add')}
      onClose={onClose}
      act={t('save')}
      onAct={submit}
      busy={isPending}
      ready={
        unit !== null &&
        since !== null &&
        fields.duties.trim() !== '' &&
        (userId !== null || fields.name.trim() !== '')
      }
      error={error}
    >
      {!entry && (
        <UnitPicker label={t('unit')} value={unit} onChange={setUnit} error={faultOf('unitId')} required />
      )}
      {!entry && may('users.read') && (
        <PersonPicker
          label={t('person')}
          description={t('personHint')}
          value={userId}
          onChange={setUserId}
          kind="staff"
        />
      )}
      {userId === null && <TextInput {...text('name', 120)} required />}
      <TextInput
        {...text('phone', 25)}
        type="tel"
        description={userId !== null && !entry ? t('fromAccount') : undefined}
      />
      <TextInput {...text('email', 254)} type="email" />
      <TextInput {...text('duties', 300)} description={t('dutiesHint')} required />
      <DayField label={t('sinceDay')} value={since} onChange={setSince} error={faultOf('since')} required />
      <DayField
        label={t('untilDay')}
        description={t('untilHint')}
        value={until}
        onChange={setUntil}
        error={faultOf('until')}
      />
    </Dialog>
  );
}
