import type { AnnualReport } from '@diemcau/contracts/meetings/reports';
import { Button, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useAct } from '../../admin/forms/use-act';
import { notify } from '../../admin/notices/notices';
import { Dialog } from '../../admin/parts/Dialog';
import { useWordsOf } from '../../admin/parts/Trouble';
import { acceptReport, publishReport, reportsKey, returnReport, submitReport } from './queries';
import { useTexts } from './texts';

interface Props {
  readonly report: AnnualReport;
  readonly writes: boolean;
  readonly receives: boolean;
  /** Words are written that are not saved: handed in, the report would lack them. */
  readonly unsaved: boolean;
}

/** The next step of the report, for whoever may take it. */
export function ReportActs({ report: { id: reportId, version, state }, writes, receives, unsaved }: Props) {
  const t = useTexts();
  const wordsOf = useWordsOf();
  const [open, setOpen] = useState<'submit' | 'return' | null>(null);
  const [reason, setReason] = useState('');
  const close = () => setOpen(null);
  const changes = [reportsKey];
  const submit = useAct(submitReport, { done: t('submitted'), changes, after: close });
  const sendBack = useAct(returnReport, { done: t('returned'), changes, after: close });
  const accept = useAct(acceptReport, { done: t('accepted'), changes });
  const publish = useAct(publishReport, { done: t('published'), changes });
  const act = { reportId, version };
  const fault = { onError: (error: unknown) => notify('fault', wordsOf(error)) };
  return (
    <>
      {writes && <Button onClick={() => setOpen('submit')}>{t('submit')}</Button>}
      {receives && state === 'submitted' && (
        <>
          <Button variant="default" onClick={() => setOpen('return')}>
            {t('sendBack')}
          </Button>
          <Button loading={accept.isPending} onClick={() => accept.mutate(act, fault)}>
            {t('accept')}
          </Button>
        </>
      )}
      {receives && state === 'accepted' && (
        <Button loading={publish.isPending} onClick={() => publish.mutate(act, fault)}>
          {t('publish')}
        </Button>
      )}
      {open === 'submit' && (
        <Dialog
          opened
          title={t('submit')}
          onClose={close}
          act={t('submit')}
          onAct={() => submit.mutate(act)}
          busy={submit.isPending}
          ready={!unsaved}
          error={submit.error}
        >
          <p>{t(unsaved ? 'saveFirst' : 'submitText')}</p>
        </Dialog>
      )}
      {open === 'return' && (
        <Dialog
          opened
          title={t('sendBack')}
          onClose={close}
          act={t('sendBack')}
          onAct={() => sendBack.mutate({ ...act, reason: reason.trim() })}
          busy={sendBack.isPending}
          ready={reason.trim() !== ''}
          error={sendBack.error}
        >
          <Textarea
            label={t('reason')}
            value={reason}
            maxLength={1000}
            onChange={(event) => setReason(event.currentTarget.value)}
            autosize
            minRows={2}
            required
            data-autofocus
          />
        </Dialog>
      )}
    </>
  );
}
