import { Problem } from '@diemcau/client/problem';
import { Alert } from '@mantine/core';
import IconAlertTriangle from '@tabler/icons-react/dist/esm/icons/IconAlertTriangle.mjs';
import { PasskeyError } from './passkeys';
import { useTexts } from './texts';
import { minutesAndSeconds } from './use-countdown';

interface Props {
  readonly error: unknown;
  /** Seconds until it may be tried again. */
  readonly waitS?: number;
}

/** What went wrong with something that was just pressed, in words, and how long to wait. */
export function FailureAlert({ error, waitS = 0 }: Props) {
  const words = useFailureWords();
  const t = useTexts();
  if (error === null || error === undefined) return null;
  return (
    <Alert color="red" icon={<IconAlertTriangle aria-hidden="true" />} role="alert">
      {words(error)}
      {waitS > 0 && (
        // Read once by a screen reader, with the alert; the seconds are for the eye.
        <div aria-live="off">{t('waitFor', { time: minutesAndSeconds(waitS) })}</div>
      )}
      {error instanceof Problem && error.status >= 500 && error.requestId && (
        <div>{t('requestId', { id: error.requestId })}</div>
      )}
    </Alert>
  );
}

/** Words for anything thrown by a call or by a passkey. */
function useFailureWords(): (error: unknown) => string {
  const t = useTexts();
  return (error) => {
    if (error instanceof PasskeyError) return t(`passkey_${error.fault}`);
    if (error instanceof Problem) return error.title || t('unreachable');
    return t('unexpected');
  };
}
