import type { Webhook } from '@diemcau/contracts/identity/webhooks';
import { Button, Group } from '@mantine/core';
import { useState } from 'react';
import { useAct } from '../../../admin/forms/use-act';
import { ConfirmByTyping } from '../../../admin/parts/ConfirmByTyping';
import { Dialog } from '../../../admin/parts/Dialog';
import { Trouble } from '../../../admin/parts/Trouble';
import { SecretOnce } from '../../../credentials/SecretOnce';
import { ChangeWebhookDialog } from './ChangeWebhookDialog';
import { changeWebhook, ping, removeWebhook, rotateSecret, webhooksKey } from './queries';
import { useTexts } from './texts';

export function WebhookActions({ of, onGone }: { of: Webhook; onGone: () => void }) {
  const t = useTexts();
  const [asking, setAsking] = useState<'change' | 'rotate' | 'remove' | null>(null);
  const [secret, setSecret] = useState<string | null>(null);
  const changes = [webhooksKey];
  const close = () => setAsking(null);
  const pinged = useAct(() => ping(of.id), { done: t('pinged'), changes });
  const paused = useAct((state: 'active' | 'paused') => changeWebhook(of, { state }), { changes });
  const rotated = useAct(() => rotateSecret(of.id), {
    changes,
    after: (made) => {
      close();
      setSecret(made.secret);
    },
  });
  const removed = useAct(() => removeWebhook(of.id), { done: t('removed'), changes, after: onGone });
  return (
    <>
      <Group gap="xs" mt="md" mb="lg">
        <Button
          variant="default"
          size="sm"
          loading={pinged.isPending}
          onClick={() => pinged.mutate(undefined)}
        >
          {t('ping')}
        </Button>
        <Button
          variant="default"
          size="sm"
          loading={paused.isPending}
          onClick={() => paused.mutate(of.state === 'active' ? 'paused' : 'active')}
        >
          {t(of.state === 'active' ? 'pause' : 'resume')}
        </Button>
        <Button variant="default" size="sm" onClick={() => setAsking('change')}>
          {t('change')}
        </Button>
        <Button variant="default" size="sm" onClick={() => setAsking('rotate')}>
          {t('rotate')}
        </Button>
        <Button variant="default" size="sm" color="red.8" onClick={() => setAsking('remove')}>
          {t('remove')}
        </Button>
      </Group>
      <Trouble error={pinged.error ?? paused.error} />
      {asking === 'change' && <ChangeWebhookDialog of={of} onClose={close} />}
      <Dialog
        opened={asking === 'rotate'}
        title={t('rotate')}
        act={t('rotate')}
        onAct={() => rotated.mutate(undefined)}
        busy={rotated.isPending}
        error={rotated.error}
        onClose={close}
      >
        <p>{t('rotateText')}</p>
      </Dialog>
      <ConfirmByTyping
        opened={asking === 'remove'}
        title={t('remove')}
        word={of.name}
        act={t('remove')}
        onAct={() => removed.mutate(undefined)}
        busy={removed.isPending}
        error={removed.error}
        onClose={close}
      >
        <p>{t('removeText')}</p>
      </ConfirmByTyping>
      {secret && (
        <SecretOnce
          title={t('secretTitle')}
          text={t('secretText')}
          secret={secret}
          onClose={() => setSecret(null)}
        />
      )}
    </>
  );
}
