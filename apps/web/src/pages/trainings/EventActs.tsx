import type { Training } from '@diemcau/contracts/meetings/trainings';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { useAct } from '../../admin/forms/use-act';
import { Dialog } from '../../admin/parts/Dialog';
import { CancelDialog } from './CancelDialog';
import { EditDialog } from './EditDialog';
import { changeTraining, issueCertificates, trainingsKey } from './queries';
import { useTexts } from './texts';

/** What who runs an event does with it. */
export function EventActs({ training }: { training: Training }) {
  const t = useTexts();
  const { id: trainingId, version, state, certificates } = training;
  const [open, setOpen] = useState<'issue' | 'edit' | 'cancel' | null>(null);
  const close = () => setOpen(null);
  const issue = useAct(issueCertificates, {
    done: ({ issued }) => t('issued', { n: issued }),
    changes: [trainingsKey],
    after: close,
  });
  const reopen = useAct(changeTraining, { done: t('changed'), changes: [trainingsKey] });
  if (state === 'cancelled') {
    return (
      <Button
        variant="default"
        loading={reopen.isPending}
        onClick={() => reopen.mutate({ trainingId, version, state: 'open' })}
      >
        {t('reopen')}
      </Button>
    );
  }
  return (
    <>
      {certificates === 0 && (
        <Button variant="subtle" color="red.9" onClick={() => setOpen('cancel')}>
          {t('cancelAct')}
        </Button>
      )}
      <Button variant="default" onClick={() => setOpen('edit')}>
        {t('edit')}
      </Button>
      <Button variant="default" onClick={() => setOpen('issue')}>
        {t('issue')}
      </Button>
      {open === 'edit' && <EditDialog training={training} onClose={close} />}
      {open === 'cancel' && <CancelDialog training={training} onClose={close} />}
      <Dialog
        opened={open === 'issue'}
        title={t('issueAsk')}
        act={t('issue')}
        onAct={() => issue.mutate(trainingId)}
        busy={issue.isPending}
        error={issue.error}
        onClose={close}
      >
        <p>{t('issueText')}</p>
      </Dialog>
    </>
  );
}
