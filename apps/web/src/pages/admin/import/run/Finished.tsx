import type { ImportView } from '@diemcau/contracts/identity/imports';
import { useQuery } from '@tanstack/react-query';
import { formatInstant } from '../../../../admin/dates/format';
import { Section } from '../../../../admin/parts/Section';
import { formatCount } from '../../../../admin/table/count';
import { kindsQuery } from '../queries';
import { useTexts } from '../texts';
import { Counts } from './Counts';
import { ErrorsFile } from './ErrorsFile';
import { Rows } from './Rows';
import { Slips } from './Slips';
import classes from './run.module.css';

/** What it did, what is left to correct, and the slips to hand out. */
export function Finished({ view }: { view: ImportView }) {
  const t = useTexts();
  const kinds = useQuery(kindsQuery());
  const fields = kinds.data?.items.find(({ kind }) => kind === view.kind)?.fields;
  const { counts, slips, state, finishedAt } = view;
  return (
    <>
      <Section title={t(state === 'done' ? 'doneTitle' : 'cancelledTitle')}>
        {finishedAt && <p className={classes.soft}>{t('finishedAt', { at: formatInstant(finishedAt) })}</p>}
        <Counts counts={counts} />
        {counts.error > 0 && (
          <div className={classes.next}>
            <p>{t('correct', { n: formatCount(counts.error) })}</p>
            <ErrorsFile view={view} />
          </div>
        )}
        {slips > 0 && <Slips view={view} />}
      </Section>
      <Section title={t('rows')}>{fields && <Rows view={view} fields={fields} />}</Section>
    </>
  );
}
