import { body } from '@diemcau/client/rest';
import type { PrivacyRequest } from '@diemcau/contracts/identity/privacy';
import { Button, Group, Textarea } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useAct } from '../../../admin/forms/use-act';
import { ConfirmByTyping } from '../../../admin/parts/ConfirmByTyping';
import { Dialog } from '../../../admin/parts/Dialog';
import { Trouble } from '../../../admin/parts/Trouble';
import { useAdmin, useMay } from '../../../admin/permissions';
import { rest } from '../../../api/rest';
import { approve, privacyKey, refuse, withdraw } from './queries';
import { useTexts } from './texts';

/** Approving is for somebody else than who asked; withdrawing for who asked. */
export function Decide({ request }: { request: PrivacyRequest }) {
  const t = useTexts();
  const may = useMay();
  const { id: self } = useAdmin();
  const [asking, setAsking] = useState<'approve' | 'refuse' | null>(null);
  const [reason, setReason] = useState('');
  const changes = [privacyKey];
  const close = () => setAsking(null);
  const person = useQuery({
    queryKey: ['admin', 'people', 'one', request.userId],
    queryFn: () => body(rest.GET('/api/v1/users/{userId}', { params: { path: { userId: request.userId } } })),
    enabled: asking === 'approve',
  });
  const approved = useAct(approve, { done: t('approved'), changes, after: close });
  const refused = useAct(refuse, { done: t('refused'), changes, after: close });
  const withdrawn = useAct(withdraw, { done: t('withdrawn'), changes });
  const own = request.requestedBy === self || request.userId === self;
  const decides = may('privacy.manage');
  const userName = person.data?.userName;
  return (
    <>
      <Group gap="xs" mt="lg">
        {decides && !own && request.kind === 'erasure' && (
          <Button onClick={() => setAsking('approve')}>{t('approve')}</Button>
        )}
        {decides && (
          <Button variant="default" onClick={() => setAsking('refuse')}>
            {t('refuse')}
          </Button>
        )}
        {own && (
          <Button
            variant="default"
            loading={withdrawn.isPending}
            onClick={() => withdrawn.mutate(request.id)}
          >
            {t('withdraw')}
          </Button>
        )}
      </Group>
      <Trouble error={withdrawn.error ?? person.error} />
      {userName && (
        <ConfirmByTyping
          opened={asking === 'approve'}
          title={t('approveTitle', { name: request.displayName })}
          word={userName}
          act={t('approve')}
          onAct={() => approved.mutate({ id: request.id, userName })}
          busy={approved.isPending}
          error={approved.error}
          onClose={close}
        >
          <p>{t('approveText')}</p>
        </ConfirmByTyping>
      )}
      <Dialog
        opened={asking === 'refuse'}
        title={t('refuse')}
        act={t('refuse')}
        ready={reason.trim().length > 1}
        onAct={() => refused.mutate({ id: request.id, reason: reason.trim() })}
        busy={refused.isPending}
        error={refused.error}
        onClose={close}
      >
        <Textarea
          label={t('refuseReason')}
          description={t('refuseText')}
          value={reason}
          maxLength={500}
          autosize
          minRows={3}
          data-autofocus
          onChange={(event) => setReason(event.currentTarget.value)}
        />
      </Dialog>
    </>
  );
}
