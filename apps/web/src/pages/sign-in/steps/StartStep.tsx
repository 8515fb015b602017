import { Alert, Button } from '@mantine/core';
import IconFingerprint from '@tabler/icons-react/dist/esm/icons/IconFingerprint.mjs';
import IconInfoCircle from '@tabler/icons-react/dist/esm/icons/IconInfoCircle.mjs';
import { FailureAlert } from '../../../credentials/FailureAlert';
import { canUsePasskeys } from '../../../credentials/passkeys';
import { useAttempt } from '../../../credentials/use-attempt';
import type { Notice } from '../flow';
import { signInWithPasskey } from '../queries';
import classes from '../SignInPage.module.css';
import { useTexts } from '../texts';
import type { SignInFlow } from '../use-sign-in';
import { Help } from './Help';
import { PasswordForm } from './PasswordForm';
import { ProviderButtons } from './ProviderButtons';
import { StepCard } from './StepCard';

interface Props {
  readonly flow: SignInFlow;
  readonly notice: Notice | null;
}

/** User name and password, a passkey, or an account elsewhere; and whom to ask. */
export function StartStep({ flow, notice }: Props) {
  const t = useTexts();
  const passkey = useAttempt();
  return (
    <StepCard first title={t('title')} intro={t('intro')}>
      <div className={classes.form}>
        {notice && <NoticeNote notice={notice} />}
        <FailureAlert error={flow.arriving.error} waitS={flow.arriving.waitS} />
        <PasswordForm flow={flow} />
        <p className={classes.or} aria-hidden="true">
          {t('or')}
        </p>
        <FailureAlert error={passkey.error} waitS={passkey.waitS} />
        {canUsePasskeys() && (
          <Button
            variant="default"
            fullWidth
            loading={passkey.busy}
            disabled={passkey.waitS > 0}
            leftSection={<IconFingerprint size={20} aria-hidden="true" />}
            onClick={() => void passkey.run(async () => flow.goOn(await signInWithPasskey()))}
          >
            {t('withPasskey')}
          </Button>
        )}
        <ProviderButtons />
      </div>
      <Help />
    </StepCard>
  );
}

const told = ['oidc.cancelled', 'oidc.unknownPerson', 'oidc.away'] as const;

function NoticeNote({ notice }: { notice: Notice }) {
  const t = useTexts();
  const known = typeof notice === 'string' ? notice : told.find((code) => code === notice.problem);
  const words = t(known === undefined ? 'oidc.refused' : known);
  return (
    <Alert color="yellow" icon={<IconInfoCircle aria-hidden="true" />} role="alert">
      {words}
    </Alert>
  );
}
