import type { LineTest, Verdict } from '@diemcau/contracts/media/line';
import { Alert } from '@mantine/core';
import IconAlertTriangle from '@tabler/icons-react/dist/esm/icons/IconAlertTriangle.mjs';
import IconCircleCheck from '@tabler/icons-react/dist/esm/icons/IconCircleCheck.mjs';
import IconCircleX from '@tabler/icons-react/dist/esm/icons/IconCircleX.mjs';
import { formatDecimal } from '../../../i18n/numbers';
import { useTexts } from '../texts';
import classes from './Line.module.css';

const looks = {
  good: { color: 'teal', Icon: IconCircleCheck, title: 'verdictGood', text: 'verdictGoodText' },
  weak: { color: 'yellow', Icon: IconAlertTriangle, title: 'verdictWeak', text: 'verdictWeakText' },
  bad: { color: 'red', Icon: IconCircleX, title: 'verdictBad', text: 'verdictBadText' },
} as const satisfies Record<Verdict, object>;

/** The figures, and what they mean for a meeting (TM-1b). */
export function LineVerdict({ result }: { result: LineTest }) {
  const t = useTexts();
  const { color, Icon, title, text } = looks[result.verdict];
  return (
    <>
      <Alert color={color} icon={<Icon aria-hidden="true" />} title={t(title)} role="status">
        {t(text)}
      </Alert>
      <dl className={classes.figures}>
        <Figure name={t('lineDown')} value={formatDecimal(result.downMbps, 1)} unit="Mbit/s" />
        <Figure name={t('lineUp')} value={formatDecimal(result.upMbps, 1)} unit="Mbit/s" />
        <Figure name={t('lineRoundTrip')} value={formatDecimal(result.roundTripMs, 0)} unit="ms" />
        <Figure name={t('lineJitter')} value={formatDecimal(result.jitterMs, 0)} unit="ms" />
        <Figure name={t('lineLoss')} value={formatDecimal(result.lossPercent, 1)} unit="%" />
      </dl>
      <p className={classes.required}>{t('lineRequired', { mbps: result.requiredMbps })}</p>
    </>
  );
}

function Figure({ name, value, unit }: { name: string; value: string; unit: string }) {
  return (
    <div className={classes.figure}>
      <dt>{name}</dt>
      <dd>
        {value} <span>{unit}</span>
      </dd>
    </div>
  );
}
