import type { FactorAdded } from '@diemcau/contracts/identity/second-factors';
import type { TotpSetup } from '@diemcau/contracts/identity/sign-in';
import { Modal, Skeleton } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { notify } from '../../../admin/notices/notices';
import { FailureAlert } from '../../../credentials/FailureAlert';
import { PasskeySetupForm } from '../../../credentials/PasskeySetupForm';
import { RecoveryCodes } from '../../../credentials/RecoveryCodes';
import { useTexts as useCredentialTexts } from '../../../credentials/texts';
import { TotpSetupForm } from '../../../credentials/TotpSetupForm';
import { useAttempt } from '../../../credentials/use-attempt';
import { useStepUp } from '../step-up/step-up';
import classes from '../AccountPage.module.css';
import { addPasskey, beginTotp, confirmTotp, factorsQuery } from './queries';
import { useTexts } from './texts';

export type Adding = 'totp' | 'passkey';

/** Sets up an app or a passkey; with the first factor come recovery codes, shown before it closes. */
export function AddFactorDialog({ adding, onClose }: { adding: Adding; onClose: () => void }) {
  const t = useTexts();
  const tc = useCredentialTexts();
  const queries = useQueryClient();
  const stepUp = useStepUp();
  const [codes, setCodes] = useState<readonly string[] | null>(null);
  const added = async ({ recoveryCodes }: FactorAdded) => {
    await queries.invalidateQueries(factorsQuery());
    notify('done', t('added'));
    if (recoveryCodes) setCodes(recoveryCodes);
    else onClose();
  };
  return (
    <Modal
      opened
      // The codes are shown this once: a press beside the dialog shall not lose them.
      onClose={codes ? () => undefined : onClose}
      withCloseButton={!codes}
      title={codes ? tc('codesTitle') : t(adding === 'totp' ? 'addTotp' : 'addPasskey')}
      centered
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      {codes && (
        <>
          <p className={classes.soft}>{tc('codesText')}</p>
          <RecoveryCodes codes={codes} onDone={onClose} />
        </>
      )}
      {!codes && adding === 'totp' && (
        <TotpForm onCode={async (code) => added(await confirmTotp(code))} onClose={onClose} />
      )}
      {!codes && adding === 'passkey' && (
        <PasskeySetupForm
          onMake={async (name) => {
            await stepUp(async () => added(await addPasskey(name)));
          }}
        />
      )}
    </Modal>
  );
}

function TotpForm({ onCode, onClose }: { onCode: (code: string) => Promise<void>; onClose: () => void }) {
  const stepUp = useStepUp();
  const { error, run } = useAttempt();
  const [setup, setSetup] = useState<TotpSetup | null>(null);
  const begun = useRef(false);
  useEffect(() => {
    // Each beginning makes another key: the effect's second run in development shall not.
    if (begun.current) return;
    begun.current = true;
    void run(async () => {
      if (!(await stepUp(async () => setSetup(await beginTotp())))) onClose();
    });
  }, [run, stepUp, onClose]);
  if (error) return <FailureAlert error={error} />;
  return setup ? (
    <TotpSetupForm setup={setup} onCode={onCode} />
  ) : (
    <Skeleton height={320} aria-hidden="true" />
  );
}
