import type { Challenge } from '@diemcau/contracts/identity/sessions';
import type { TotpSetup } from '@diemcau/contracts/identity/sign-in';
import { Button } from '@mantine/core';
import IconDeviceMobile from '@tabler/icons-react/dist/esm/icons/IconDeviceMobile.mjs';
import IconFingerprint from '@tabler/icons-react/dist/esm/icons/IconFingerprint.mjs';
import { useState } from 'react';
import { FailureAlert } from '../../../credentials/FailureAlert';
import { canUsePasskeys } from '../../../credentials/passkeys';
import { PasskeySetupForm } from '../../../credentials/PasskeySetupForm';
import { TotpSetupForm } from '../../../credentials/TotpSetupForm';
import { useAttempt } from '../../../credentials/use-attempt';
import { beginTotp, enrolPasskey, enrolTotp } from '../queries';
import classes from '../SignInPage.module.css';
import { useTexts } from '../texts';
import type { SignInFlow } from '../use-sign-in';

interface Props {
  readonly challenge: Challenge;
  readonly flow: SignInFlow;
}

/** The province demands a second factor of this account: an app on the phone or a passkey, as one likes. */
export function EnrolStep({ challenge: { token }, flow }: Props) {
  const t = useTexts();
  const attempt = useAttempt();
  const [totp, setTotp] = useState<TotpSetup | null>(null);
  const [passkey, setPasskey] = useState(false);
  if (totp) {
    return <TotpSetupForm setup={totp} onCode={(code) => flow.step(() => enrolTotp(token, code))} />;
  }
  if (passkey) return <PasskeySetupForm onMake={(name) => flow.step(() => enrolPasskey(token, name))} />;
  return (
    <div className={classes.form}>
      <FailureAlert error={attempt.error} waitS={attempt.waitS} />
      <Button
        variant="default"
        className={classes.choice}
        loading={attempt.busy}
        leftSection={<IconDeviceMobile size={26} aria-hidden="true" />}
        onClick={() => void attempt.run(async () => setTotp(await beginTotp(token)))}
      >
        {t('enrolTotp')}
      </Button>
      {canUsePasskeys() && (
        <Button
          variant="default"
          className={classes.choice}
          leftSection={<IconFingerprint size={26} aria-hidden="true" />}
          onClick={() => setPasskey(true)}
        >
          {t('enrolPasskey')}
        </Button>
      )}
    </div>
  );
}
