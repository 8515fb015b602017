import type { PrivacyRequestKind } from '@diemcau/contracts/identity/privacy';
import { Radio, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import { ReasonField } from '../../../admin/forms/ReasonField';
import { useAct } from '../../../admin/forms/use-act';
import { Dialog } from '../../../admin/parts/Dialog';
import { PersonPicker } from '../../../admin/people/PersonPicker';
import { askForArchiveOf, askForErasureOf, privacyKey } from './queries';
import { useTexts } from './texts';

interface Wish {
  readonly kind: PrivacyRequestKind;
  readonly userId: string;
  readonly userName: string;
  readonly reason: string;
}

const send = async ({ kind, ...wish }: Wish): Promise<void> => {
  if (kind === 'archive') await askForArchiveOf(wish.userId);
  else await askForErasureOf(wish);
};

/** In the name of somebody who asked on paper or by phone. */
export function NewRequestDialog({ onClose }: { onClose: () => void }) {
  const t = useTexts();
  const [kind, setKind] = useState<PrivacyRequestKind>('archive');
  const [userId, setUserId] = useState<string | null>(null);
  const [userName, setUserName] = useState('');
  const [reason, setReason] = useState('');
  const ask = useAct(send, { done: t('asked'), changes: [privacyKey], after: onClose });
  return (
    <Dialog
      opened
      title={t('newRequest')}
      act={t('ask')}
      danger={kind === 'erasure'}
      ready={userId !== null && (kind === 'archive' || userName.trim() !== '')}
      onAct={() => userId && ask.mutate({ kind, userId, userName: userName.trim(), reason: reason.trim() })}
      busy={ask.isPending}
      error={ask.error}
      onClose={onClose}
    >
      <p>{t('newText')}</p>
      <PersonPicker label={t('person')} value={userId} onChange={setUserId} />
      <Radio.Group
        label={t('kind')}
        value={kind}
        onChange={(chosen) => setKind(chosen === 'erasure' ? 'erasure' : 'archive')}
      >
        <Stack gap="xs" mt={6}>
          <Radio value="archive" label={t('kind_archive')} description={t('about_archive')} />
          <Radio value="erasure" label={t('kind_erasure')} description={t('about_erasure')} />
        </Stack>
      </Radio.Group>
      {kind === 'erasure' && (
        <>
          <TextInput
            label={t('typeUserName')}
            value={userName}
            maxLength={100}
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            onChange={(event) => setUserName(event.currentTarget.value)}
          />
          <ReasonField label={t('reason')} value={reason} onChange={setReason} />
        </>
      )}
    </Dialog>
  );
}
