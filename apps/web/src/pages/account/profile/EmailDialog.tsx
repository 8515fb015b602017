import { body } from '@diemcau/client/rest';
import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { useFaults } from '../../../admin/forms/faults';
import { notify } from '../../../admin/notices/notices';
import { Dialog } from '../../../admin/parts/Dialog';
import { rest } from '../../../api/rest';
import { useAttempt } from '../../../credentials/use-attempt';
import { useStepUp } from '../step-up/step-up';
import { useTexts } from './texts';

/** The address changes once the link in the mail to it is opened. */
export function EmailDialog({ email: known, onClose }: { email: string | null; onClose: () => void }) {
  const t = useTexts();
  const stepUp = useStepUp();
  const attempt = useAttempt();
  const [email, setEmail] = useState(known ?? '');
  const faultOf = useFaults(attempt.error);
  const ask = () =>
    attempt.run(async () => {
      const asked = await stepUp(async () => {
        await body(rest.POST('/api/v1/me/email', { body: { email: email.trim() } }));
      });
      if (!asked) return;
      notify('done', t('mailSent', { email: email.trim() }));
      onClose();
    });
  return (
    <Dialog
      opened
      title={t('changeEmail')}
      act={t('sendMail')}
      onAct={() => void ask()}
      busy={attempt.busy}
      error={attempt.error}
      onClose={onClose}
    >
      <TextInput
        label={t('email')}
        description={t('emailHint')}
        type="email"
        autoComplete="email"
        maxLength={254}
        value={email}
        error={faultOf('email')}
        onChange={(event) => setEmail(event.currentTarget.value)}
      />
    </Dialog>
  );
}
