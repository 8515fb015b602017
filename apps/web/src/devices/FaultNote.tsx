import { Alert, Button } from '@mantine/core';
import IconAlertTriangle from '@tabler/icons-react/dist/esm/icons/IconAlertTriangle.mjs';
import type { CaptureFault, CaptureKind } from './capture';
import { useTexts } from './texts';

interface Props {
  readonly kind: CaptureKind;
  readonly fault: CaptureFault;
  readonly onRetry: () => void;
}

/** Why a device cannot be used and how that is mended. */
export function FaultNote({ kind, fault, onRetry }: Props) {
  const t = useTexts();
  const device = t(kind === 'camera' ? 'theCamera' : 'theMicrophone');
  return (
    <Alert
      color="yellow"
      variant="light"
      icon={<IconAlertTriangle aria-hidden="true" />}
      title={t(`${fault}Title`, { device })}
    >
      <p style={{ margin: '0 0 0.75rem' }}>
        {t(`${fault}Mend`, { device, address: location.origin.replace('http:', 'https:') })}
      </p>
      {fault !== 'insecure' && (
        <Button size="sm" variant="default" onClick={onRetry}>
          {t('tryAgain')}
        </Button>
      )}
    </Alert>
  );
}
