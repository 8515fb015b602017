import type { ImportField, ImportView } from '@diemcau/contracts/identity/imports';
import { Alert, Button, Select } from '@mantine/core';
import IconAlertTriangle from '@tabler/icons-react/dist/esm/icons/IconAlertTriangle.mjs';
import { useState } from 'react';
import { useAct } from '../../../../admin/forms/use-act';
import { Trouble } from '../../../../admin/parts/Trouble';
import { wordsIn } from '../kinds';
import { importsKey, mapColumns } from '../queries';
import { useTexts } from '../texts';
import { type Columns, missingFields, withColumn } from './columns';
import { letterOf } from './letter';
import classes from './run.module.css';

interface Props {
  readonly view: ImportView;
  readonly fields: readonly ImportField[];
}

/** Which column of the file is which field: guessed by the server, corrected here; then the dry run is done again. */
export function Mapping({ view, fields }: Props) {
  const t = useTexts();
  const [chosen, setChosen] = useState<Columns>(
    () => new Map(view.columns.map(({ column, field }) => [column, field])),
  );
  const save = useAct(
    () =>
      mapColumns(
        view.id,
        [...chosen].flatMap(([column, field]) => (field === null ? [] : [{ column, field }])),
      ),
    { changes: [importsKey] },
  );
  const used = [...chosen.values()];
  const missing = missingFields(chosen, fields);
  const changed = view.columns.some(({ column, field }) => chosen.get(column) !== field);
  const leftOut = used.filter((field) => field === null).length;
  return (
    <details className={classes.mapping} open={missing.length > 0 || view.fault !== null}>
      <summary>
        <b>{t('mapping')}</b>
        <span className={classes.soft}>
          {t('mappingSummary', { used: used.length - leftOut, leftOut, row: view.headerRow ?? 1 })}
        </span>
      </summary>
      {(missing.length > 0 || view.fault) && (
        <Alert
          color="yellow"
          icon={<IconAlertTriangle aria-hidden="true" />}
          mb="sm"
          className={classes.doubt ?? ''}
        >
          {view.fault && view.fault.code !== 'imports.missingColumns' && <p>{wordsIn(view.fault.message)}</p>}
          {missing.length > 0 && (
            <p>{t('mappingMissing', { fields: missing.map(({ title }) => wordsIn(title)).join(', ') })}</p>
          )}
        </Alert>
      )}
      <div className={classes.columns}>
        {view.columns.map(({ column, header, samples }) => (
          <div key={column} className={classes.column}>
            <div>
              <div className={classes.columnName}>
                <span>{letterOf(column)}</span> {header || t('noHeader')}
              </div>
              <div className={classes.samples}>{samples.filter((one) => one !== '').join(' · ')}</div>
            </div>
            <Select
              size="sm"
              aria-label={t('fieldOf', { column: header || letterOf(column) })}
              placeholder={t('leaveOut')}
              clearable
              clearButtonProps={{ 'aria-label': t('leaveOut') }}
              data={fields
                .filter(({ name }) => name === chosen.get(column) || !used.includes(name))
                .map(({ name, title, required, partOf }) => ({
                  value: name,
                  label: required && partOf === null ? `${wordsIn(title)} *` : wordsIn(title),
                }))}
              value={chosen.get(column) ?? null}
              onChange={(field) => setChosen((before) => withColumn(before, column, field, fields))}
            />
          </div>
        ))}
      </div>
      <Trouble error={save.error} />
      <Button
        variant="default"
        mt="sm"
        disabled={missing.length > 0 || (!changed && !view.fault)}
        loading={save.isPending}
        onClick={() => save.mutate(undefined)}
      >
        {t('mappingSave')}
      </Button>
    </details>
  );
}
