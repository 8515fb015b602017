import type { Plan } from '@diemcau/contracts/meetings/plans';
import { Button, Textarea } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useAct } from '../../../admin/forms/use-act';
import { notify } from '../../../admin/notices/notices';
import { Dialog } from '../../../admin/parts/Dialog';
import { useWordsOf } from '../../../admin/parts/Trouble';
import { useMay } from '../../../admin/permissions';
import { approvePlan, planChanges, removePlan, renewPlan, returnPlan, submitPlan } from './queries';
import { useTexts } from './texts';

/** Submit, approve, return, renew, remove: what there is to do in its state. */
export function PlanActs({ plan }: { plan: Plan }) {
  const t = useTexts();
  const may = useMay();
  const navigate = useNavigate();
  const [open, setOpen] = useState<'approve' | 'return' | 'remove' | null>(null);
  const close = () => setOpen(null);
  const wordsOf = useWordsOf();
  const fault = { onError: (error: unknown) => notify('fault', wordsOf(error)) };
  const submit = useAct(submitPlan, { done: t('submitted'), changes: planChanges });
  const renew = useAct(renewPlan, {
    done: t('renewed'),
    changes: planChanges,
    after: ({ id }) => void navigate({ to: '/work/plans/$planId', params: { planId: id } }),
  });
  return (
    <>
      {plan.changeable && (
        <Button variant="default" onClick={() => setOpen('remove')}>
          {t('remove')}
        </Button>
      )}
      {plan.changeable && (
        <Button
          disabled={plan.seriesCount === 0}
          loading={submit.isPending}
          onClick={() => submit.mutate(plan, fault)}
        >
          {t('submit')}
        </Button>
      )}
      {plan.approvable && (
        <Button variant="default" onClick={() => setOpen('return')}>
          {t('giveBack')}
        </Button>
      )}
      {plan.approvable && <Button onClick={() => setOpen('approve')}>{t('approve')}</Button>}
      {plan.state === 'approved' && may('meetings.write') && (
        <Button variant="default" loading={renew.isPending} onClick={() => renew.mutate(plan.id, fault)}>
          {t('renew')}
        </Button>
      )}
      {open === 'approve' && <ApproveDialog plan={plan} onClose={close} />}
      {open === 'return' && <ReturnDialog plan={plan} onClose={close} />}
      {open === 'remove' && <RemoveDialog plan={plan} onClose={close} />}
    </>
  );
}

interface DialogProps {
  readonly plan: Plan;
  readonly onClose: () => void;
}

function ApproveDialog({ plan, onClose }: DialogProps) {
  const t = useTexts();
  const approve = useAct(approvePlan, { done: t('approved'), changes: planChanges, after: onClose });
  return (
    <Dialog
      opened
      title={t('approveTitle', { title: plan.title })}
      act={t('approve')}
      onAct={() => approve.mutate(plan)}
      busy={approve.isPending}
      error={approve.error}
      onClose={onClose}
    >
      <p>{t('approveText', { n: plan.seriesCount })}</p>
      {plan.replacesId !== null && <p>{t('approveReplaces')}</p>}
    </Dialog>
  );
}

function ReturnDialog({ plan, onClose }: DialogProps) {
  const t = useTexts();
  const [comment, setComment] = useState('');
  const giveBack = useAct(returnPlan, { done: t('returned'), changes: planChanges, after: onClose });
  return (
    <Dialog
      opened
      title={t('giveBackTitle')}
      act={t('giveBack')}
      ready={comment.trim() !== ''}
      onAct={() => giveBack.mutate({ plan, comment: comment.trim() })}
      busy={giveBack.isPending}
      error={giveBack.error}
      onClose={onClose}
    >
      <Textarea
        label={t('comment')}
        value={comment}
        maxLength={1000}
        autosize
        minRows={3}
        data-autofocus
        onChange={(event) => setComment(event.currentTarget.value)}
      />
    </Dialog>
  );
}

function RemoveDialog({ plan, onClose }: DialogProps) {
  const t = useTexts();
  const navigate = useNavigate();
  const remove = useAct(removePlan, {
    done: t('removed'),
    changes: planChanges,
    after: () => void navigate({ to: '/work/plans' }),
  });
  return (
    <Dialog
      opened
      danger
      title={t('removeTitle', { title: plan.title })}
      act={t('remove')}
      onAct={() => remove.mutate(plan.id)}
      busy={remove.isPending}
      error={remove.error}
      onClose={onClose}
    >
      <p>{t('removeText')}</p>
    </Dialog>
  );
}
