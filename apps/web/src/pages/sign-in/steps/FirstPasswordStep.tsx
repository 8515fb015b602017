import type { Challenge } from '@diemcau/contracts/identity/sessions';
import { useAttempt } from '../../../credentials/use-attempt';
import { chooseFirstPassword } from '../queries';
import { useTexts } from '../texts';
import type { SignInFlow } from '../use-sign-in';
import { NewPasswordForm } from './NewPasswordForm';

interface Props {
  readonly challenge: Challenge;
  readonly flow: SignInFlow;
}

/** After the secret of a printed slip: a password of one's own. */
export function FirstPasswordStep({ challenge: { token, passwordMinLength }, flow }: Props) {
  const t = useTexts();
  const attempt = useAttempt();
  return (
    <NewPasswordForm
      attempt={attempt}
      minLength={passwordMinLength ?? 8}
      submit={t('firstSubmit')}
      onSubmit={(password) => void attempt.run(() => flow.step(() => chooseFirstPassword(token, password)))}
    />
  );
}
