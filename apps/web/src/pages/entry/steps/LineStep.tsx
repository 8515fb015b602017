import type { Room } from '@diemcau/contracts/meetings/rooms';
import { Alert, Button } from '@mantine/core';
import IconAlertTriangle from '@tabler/icons-react/dist/esm/icons/IconAlertTriangle.mjs';
import { useTexts } from '../texts';
import { LineRunning } from './LineRunning';
import { LineVerdict } from './LineVerdict';
import { Step, StepActions } from './Step';
import { useLineTest } from './use-line-test';

interface Props {
  readonly room: Room;
  /** Asks the host; otherwise goes straight in. */
  readonly knocks: boolean;
  readonly busy: boolean;
  /** Why the last request to enter did not get through. */
  readonly problem: string | null;
  readonly onBack: () => void;
  readonly onDone: (lineTestId?: string) => void;
}

export function LineStep({ room, knocks, busy, problem, onBack, onDone }: Props) {
  const t = useTexts();
  const { run, again } = useLineTest(room.slug);
  const running = run.state === 'running';
  const enter = t(knocks ? 'toLobby' : 'toRoom');
  return (
    <Step title={t('lineTitle')} intro={t('lineIntro')}>
      {running && <LineRunning progress={run.progress} />}
      {run.state === 'done' && <LineVerdict result={run.result} />}
      {run.state === 'failed' && (
        <Alert color="yellow" icon={<IconAlertTriangle aria-hidden="true" />} title={t('lineFailed')}>
          {t('lineFailedText')}
        </Alert>
      )}
      {problem && (
        <Alert
          color="red"
          icon={<IconAlertTriangle aria-hidden="true" />}
          title={t('askFailed')}
          role="alert"
        >
          {problem}
        </Alert>
      )}
      <StepActions>
        <Button variant="default" onClick={onBack}>
          {t('back')}
        </Button>
        {!running && (
          <Button variant="default" onClick={again}>
            {t('lineAgain')}
          </Button>
        )}
        <Button
          variant={running ? 'default' : 'filled'}
          loading={busy}
          onClick={() => onDone(run.state === 'done' ? run.result.id : undefined)}
        >
          {running ? t('skip') : enter}
        </Button>
      </StepActions>
    </Step>
  );
}
