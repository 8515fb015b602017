import type { ImportKindView } from '@diemcau/contracts/identity/imports';
import { DownloadButton } from '../../../../admin/table/DownloadButton';
import { wordsIn } from '../kinds';
import { useTexts } from '../texts';
import classes from './start.module.css';

/** The template to fill in, and what belongs into each of its columns. */
export function TemplateHelp({ kind: { kind, fields } }: { kind: ImportKindView }) {
  const t = useTexts();
  return (
    <>
      <div className={classes.buttons}>
        <DownloadButton path={`/api/v1/import-kinds/${kind}/template.xlsx`} fileName={`mau-${kind}.xlsx`}>
          {t('templateXlsx')}
        </DownloadButton>
        <DownloadButton path={`/api/v1/import-kinds/${kind}/template.csv`} fileName={`mau-${kind}.csv`}>
          {t('templateCsv')}
        </DownloadButton>
      </div>
      <details className={classes.fields}>
        <summary>{t('columnsMean')}</summary>
        <dl>
          {fields
            .filter(({ partOf }) => partOf === null)
            .map((field) => (
              <div key={field.name}>
                <dt>
                  {wordsIn(field.title)}
                  {field.required && <span className={classes.required}>{t('required')}</span>}
                </dt>
                <dd>
                  {wordsIn(field.note)}{' '}
                  <span className={classes.example}>{t('example', { of: field.example })}</span>
                </dd>
              </div>
            ))}
        </dl>
      </details>
    </>
  );
}
