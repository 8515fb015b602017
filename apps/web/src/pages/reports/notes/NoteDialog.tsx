import type { StoredFile } from '@diemcau/contracts/meetings/files';
import type { Note, NoteKind } from '@diemcau/contracts/meetings/notes';
import { Select, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { DayField } from '../../../admin/dates/DayField';
import { today } from '../../../admin/dates/format';
import { useFaults } from '../../../admin/forms/faults';
import { useAct } from '../../../admin/forms/use-act';
import { useReadVersion } from '../../../admin/forms/use-read-version';
import { Dialog } from '../../../admin/parts/Dialog';
import { PersonPicker } from '../../../admin/people/PersonPicker';
import { UnitPicker } from '../../../admin/units/UnitPicker';
import { DocumentField } from '../../sites/files/DocumentField';
import { changeNote, notesKey, writeNote } from './queries';
import { useTexts } from './texts';

const kinds: readonly NoteKind[] = ['commendation', 'violation'];

export function NoteDialog({ note, onClose }: { note: Note | null; onClose: () => void }) {
  const t = useTexts();
  const [unitId, setUnitId] = useState<string | null>(note?.unitId ?? null);
  const [subjectId, setSubjectId] = useState<string | null>(note?.subjectId ?? null);
  const [kind, setKind] = useState<NoteKind>(note?.kind ?? 'commendation');
  const [happenedOn, setHappenedOn] = useState<string | null>(note?.happenedOn ?? today());
  const [title, setTitle] = useState(note?.title ?? '');
  const [text, setText] = useState(note?.text ?? '');
  const [file, setFile] = useState<StoredFile | null>(null);
  const options = { changes: [notesKey], after: onClose };
  const write = useAct(writeNote, { ...options, done: t('wrote') });
  const change = useAct(changeNote, { ...options, done: t('saved') });
  const { error, isPending } = note ? change : write;
  const faultOf = useFaults(error);
  const version = useReadVersion(note?.version ?? 0, error);
  const submit = () => {
    if (!happenedOn) return;
    const evidence = file ? { evidenceId: file.id } : {};
    const given = { kind, happenedOn, title: title.trim(), text: text.trim(), ...evidence };
    if (note) change.mutate({ ...given, noteId: note.id, version });
    else if (unitId) write.mutate({ ...given, unitId, subjectId });
  };
  return (
    <Dialog
      opened
      title={t(note ? 'change' : 'write')}
      onClose={onClose}
      act={t('save')}
      onAct={submit}
      busy={isPending}
      ready={unitId !== null && happenedOn !== null && title.trim() !== '' && text.trim() !== ''}
      error={error}
    >
      <Select
        label={t('kind')}
        data={kinds.map((value) => ({ value, label: t(`kind_${value}`) }))}
        value={kind}
        onChange={(value) => value && setKind(value)}
        allowDeselect={false}
      />
      {!note && (
        <>
          <UnitPicker
            label={t('unit')}
            value={unitId}
            onChange={setUnitId}
            error={faultOf('unitId')}
            required
          />
          {unitId && (
            <PersonPicker
              label={t('subject')}
              description={t('subjectHint')}
              value={subjectId}
              onChange={setSubjectId}
              unitId={unitId}
              kind="staff"
            />
          )}
        </>
      )}
      <DayField label={t('happenedOn')} value={happenedOn} onChange={setHappenedOn} required />
      <TextInput
        label={t('noteTitle')}
        value={title}
        maxLength={200}
        onChange={(event) => setTitle(event.currentTarget.value)}
        required
      />
      <Textarea
        label={t('text')}
        value={text}
        maxLength={5000}
        onChange={(event) => setText(event.currentTarget.value)}
        autosize
        minRows={3}
        required
      />
      <DocumentField label={t('evidence')} value={file} onChange={setFile} />
    </Dialog>
  );
}
