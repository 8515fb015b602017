import type { ImportView } from '@diemcau/contracts/identity/imports';
import { Progress } from '@mantine/core';
import { Section } from '../../../../admin/parts/Section';
import { formatCount } from '../../../../admin/table/count';
import { useTexts } from '../texts';
import { Counts } from './Counts';
import classes from './run.module.css';

/** Reading or writing in the background: goes on when the page is left. */
export function Working({ view: { state, done, of, counts } }: { view: ImportView }) {
  const t = useTexts();
  const share = of === null || of === 0 ? null : (done / of) * 100;
  const running = state === 'running';
  return (
    <Section title={t(running ? 'writing' : 'reading')}>
      <p className={classes.line} role="status">
        {of === null
          ? t('rowsSoFar', { n: formatCount(done) })
          : t('rowsOf', { n: formatCount(done), of: formatCount(of) })}
      </p>
      <Progress
        value={share ?? 100}
        animated={share === null}
        size="lg"
        aria-label={t(running ? 'writing' : 'reading')}
      />
      {running && <Counts counts={counts} />}
      <p className={classes.soft}>{t('mayLeave')}</p>
    </Section>
  );
}
