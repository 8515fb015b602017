import type { LineTest } from '@diemcau/contracts/media/line';
import { Alert, Button } from '@mantine/core';
import IconAlertTriangle from '@tabler/icons-react/dist/esm/icons/IconAlertTriangle.mjs';
import IconCircleCheck from '@tabler/icons-react/dist/esm/icons/IconCircleCheck.mjs';
import { useEffect } from 'react';
import { LineRunning } from '../../../entry/steps/LineRunning';
import { useLineTest } from '../../../entry/steps/use-line-test';
import { Figures } from './Figures';
import { useTexts } from './texts';

interface Props {
  readonly slug: string;
  readonly requiredMbps: number;
  readonly onResult: (test: LineTest | null) => void;
}

/** Measured by the media server; what it kept is what counts. */
export function LineStep({ slug, requiredMbps: mbps, onResult }: Props) {
  const t = useTexts();
  const { run, again } = useLineTest(slug);
  const result = run.state === 'done' ? run.result : null;
  useEffect(() => onResult(result), [result, onResult]);
  const good = result && Math.min(result.upMbps, result.downMbps) >= mbps;
  return (
    <>
      <p>{t('lineIntro', { mbps })}</p>
      {run.state === 'running' && <LineRunning progress={run.progress} />}
      {result && (
        <>
          <Alert
            role="status"
            color={good ? 'teal' : 'yellow'}
            icon={good ? <IconCircleCheck aria-hidden="true" /> : <IconAlertTriangle aria-hidden="true" />}
            title={t(good ? 'lineGood' : 'lineBad', { mbps })}
          />
          <Figures test={result} />
        </>
      )}
      {run.state === 'failed' && (
        <Alert
          role="alert"
          color="red"
          icon={<IconAlertTriangle aria-hidden="true" />}
          title={t('lineFailed')}
        >
          {t('lineFailedText')}
        </Alert>
      )}
      {run.state !== 'running' && (
        <Button variant="default" onClick={again} style={{ alignSelf: 'flex-start' }}>
          {t('again')}
        </Button>
      )}
    </>
  );
}
