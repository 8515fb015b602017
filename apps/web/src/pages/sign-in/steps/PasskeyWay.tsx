import { Button } from '@mantine/core';
import IconFingerprint from '@tabler/icons-react/dist/esm/icons/IconFingerprint.mjs';
import { FailureAlert } from '../../../credentials/FailureAlert';
import { useAttempt } from '../../../credentials/use-attempt';
import { answerWithPasskey } from '../queries';
import classes from '../SignInPage.module.css';
import { useTexts } from '../texts';
import type { SignInFlow } from '../use-sign-in';

export function PasskeyWay({ token, flow }: { token: string; flow: SignInFlow }) {
  const t = useTexts();
  const attempt = useAttempt();
  return (
    <div className={classes.form}>
      <FailureAlert error={attempt.error} waitS={attempt.waitS} />
      <Button
        fullWidth
        loading={attempt.busy}
        disabled={attempt.waitS > 0}
        leftSection={<IconFingerprint size={20} aria-hidden="true" />}
        onClick={() => void attempt.run(() => flow.step(() => answerWithPasskey(token)))}
      >
        {t('confirmPasskey')}
      </Button>
    </div>
  );
}
