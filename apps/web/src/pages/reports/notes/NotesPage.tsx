import type { Note } from '@diemcau/contracts/meetings/notes';
import { Button } from '@mantine/core';
import IconAward from '@tabler/icons-react/dist/esm/icons/IconAward.mjs';
import { useState } from 'react';
import { formatDay } from '../../../admin/dates/format';
import { Empty } from '../../../admin/parts/Empty';
import { PageHead } from '../../../admin/parts/PageHead';
import { StateChip } from '../../../admin/parts/StateChip';
import { useMay } from '../../../admin/permissions';
import { type Column, DataTable } from '../../../admin/table/DataTable';
import { FilterSelect } from '../../../admin/table/FilterSelect';
import { ListTools } from '../../../admin/table/ListTools';
import { UnitFilter } from '../../../admin/table/UnitFilter';
import { NoteDialog } from './NoteDialog';
import { NoteDrawer } from './NoteDrawer';
import { useNotes } from './queries';
import { useTexts } from './texts';

const kinds = ['commendation', 'violation'] as const;

/** Notes that the reader may know of (HB-12, I32). */
export function NotesPage() {
  const t = useTexts();
  const may = useMay();
  const list = useNotes();
  const [open, setOpen] = useState<string | null>(null);
  const [writing, setWriting] = useState(false);
  const columns: Column<Note>[] = [
    { key: 'title', title: t('noteTitle'), text: ({ title }) => title },
    {
      key: 'kind',
      title: t('kind'),
      text: ({ kind }) => t(`kind_${kind}`),
      render: ({ kind }) => (
        <StateChip tone={kind === 'commendation' ? 'good' : 'warning'}>{t(`kind_${kind}`)}</StateChip>
      ),
    },
    {
      key: 'subject',
      title: t('subject'),
      text: ({ subjectName, unitName }) => `${subjectName ?? t('wholeUnit')} – ${unitName}`,
    },
    { key: 'day', title: t('happenedOn'), text: ({ happenedOn }) => formatDay(happenedOn), short: true },
    {
      key: 'state',
      title: t('state'),
      text: ({ state }) => t(`state_${state}`),
      render: ({ state }) => (
        <StateChip tone={state === 'published' ? 'good' : 'waiting'}>{t(`state_${state}`)}</StateChip>
      ),
    },
  ];
  const opened = list.rows.find(({ id }) => id === open);
  return (
    <>
      <PageHead title={t('notes')} lead={t('notesLead')}>
        {may('notes.write') && <Button onClick={() => setWriting(true)}>{t('write')}</Button>}
      </PageHead>
      <ListTools list={list} search={t('searchNotes')}>
        <UnitFilter list={list} label={t('unitFilter')} />
        <FilterSelect
          list={list}
          name="kind"
          label={t('kind')}
          options={kinds.map((value) => ({ value, label: t(`kind_${value}`) }))}
        />
      </ListTools>
      <DataTable
        label={t('notes')}
        list={list}
        columns={columns}
        idOf={({ id }) => id}
        onOpen={({ id }) => setOpen(id)}
        empty={
          <Empty icon={IconAward} title={t('noNotes')}>
            <p>{t('noNotesText')}</p>
          </Empty>
        }
      />
      {opened && <NoteDrawer note={opened} onClose={() => setOpen(null)} />}
      {writing && <NoteDialog note={null} onClose={() => setWriting(false)} />}
    </>
  );
}
