import type { AnnualReport } from '@diemcau/contracts/meetings/reports';
import { Facts } from '../../admin/parts/Facts';
import { Section } from '../../admin/parts/Section';
import classes from './reports.module.css';
import { useTexts } from './texts';
import { longWords, shortWords } from './words';

/** The words of a report for whoever does not write them. */
export function WrittenWords({ report }: { report: AnnualReport }) {
  const t = useTexts();
  return (
    <>
      <Section title={t('words')}>
        <Facts
          of={longWords.map((name) => [
            t(name),
            <p key={name} className={classes.text}>
              {report[name] || '–'}
            </p>,
          ])}
        />
      </Section>
      <Section title={t('paper')}>
        <Facts
          of={[
            ...shortWords.map((name) => [t(name), report[name] ?? '–'] as const),
            [t('recipientsRead'), report.recipients.join('; ') || '–'],
          ]}
        />
      </Section>
    </>
  );
}
