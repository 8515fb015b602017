import type { Feedback, FeedbackState } from '@diemcau/contracts/meetings/notes-feedback';
import { Button, Textarea, TextInput } from '@mantine/core';
import IconMessageReport from '@tabler/icons-react/dist/esm/icons/IconMessageReport.mjs';
import { useState } from 'react';
import { formatDayOf } from '../../../admin/dates/format';
import { useAct } from '../../../admin/forms/use-act';
import { Dialog } from '../../../admin/parts/Dialog';
import { Empty } from '../../../admin/parts/Empty';
import { PageHead } from '../../../admin/parts/PageHead';
import { StateChip, type Tone } from '../../../admin/parts/StateChip';
import { type Column, DataTable } from '../../../admin/table/DataTable';
import { FilterSelect } from '../../../admin/table/FilterSelect';
import { ListTools } from '../../../admin/table/ListTools';
import { UnitPicker } from '../../../admin/units/UnitPicker';
import { FeedbackDrawer } from './FeedbackDrawer';
import { feedbackKey, reportProblem, useFeedback } from './queries';
import { useTexts } from './texts';

const tones: Readonly<Record<FeedbackState, Tone>> = { open: 'waiting', answered: 'good', closed: 'neutral' };
const states = Object.keys(tones) as FeedbackState[];

/** Problems on their way up, and answers on their way back (HB-12). */
export function FeedbackPage() {
  const t = useTexts();
  const list = useFeedback();
  const [open, setOpen] = useState<string | null>(null);
  const [reporting, setReporting] = useState(false);
  const columns: Column<Feedback>[] = [
    { key: 'title', title: t('problem'), text: ({ title }) => title },
    { key: 'unit', title: t('unit'), text: ({ unitName }) => unitName },
    {
      key: 'state',
      title: t('state'),
      text: ({ state }) => t(`feedback_${state}`),
      render: ({ state }) => <StateChip tone={tones[state]}>{t(`feedback_${state}`)}</StateChip>,
    },
    { key: 'sent', title: t('sentAt'), text: ({ createdAt }) => formatDayOf(createdAt), short: true },
  ];
  const opened = list.rows.find(({ id }) => id === open);
  return (
    <>
      <PageHead title={t('feedback')} lead={t('feedbackLead')}>
        <Button onClick={() => setReporting(true)}>{t('report')}</Button>
      </PageHead>
      <ListTools list={list} search={t('searchFeedback')}>
        <FilterSelect
          list={list}
          name="state"
          label={t('state')}
          options={states.map((value) => ({ value, label: t(`feedback_${value}`) }))}
        />
      </ListTools>
      <DataTable
        label={t('feedback')}
        list={list}
        columns={columns}
        idOf={({ id }) => id}
        onOpen={({ id }) => setOpen(id)}
        empty={
          <Empty icon={IconMessageReport} title={t('noFeedback')}>
            <p>{t('noFeedbackText')}</p>
          </Empty>
        }
      />
      {opened && <FeedbackDrawer key={opened.version} feedback={opened} onClose={() => setOpen(null)} />}
      {reporting && <ReportDialog onClose={() => setReporting(false)} />}
    </>
  );
}

function ReportDialog({ onClose }: { onClose: () => void }) {
  const t = useTexts();
  const [unitId, setUnitId] = useState<string | null>(null);
  const [title, setTitle] = useState('');
  const [text, setText] = useState('');
  const report = useAct(reportProblem, { done: t('reported'), changes: [feedbackKey], after: onClose });
  return (
    <Dialog
      opened
      title={t('report')}
      onClose={onClose}
      act={t('report')}
      onAct={() => unitId && report.mutate({ unitId, title: title.trim(), text: text.trim() })}
      busy={report.isPending}
      ready={unitId !== null && title.trim() !== '' && text.trim() !== ''}
      error={report.error}
    >
      <UnitPicker label={t('unit')} value={unitId} onChange={setUnitId} required />
      <TextInput
        label={t('problem')}
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
    </Dialog>
  );
}
