import type { ImportView } from '@diemcau/contracts/identity/imports';
import { Button } from '@mantine/core';
import IconPlayerPlay from '@tabler/icons-react/dist/esm/icons/IconPlayerPlay.mjs';
import { useQuery } from '@tanstack/react-query';
import { useAct } from '../../../../admin/forms/use-act';
import { Section } from '../../../../admin/parts/Section';
import { Trouble } from '../../../../admin/parts/Trouble';
import { formatCount } from '../../../../admin/table/count';
import { importsKey, kindsQuery, startImport } from '../queries';
import { useTexts } from '../texts';
import { ErrorsFile } from './ErrorsFile';
import { Mapping } from './Mapping';
import { Rows } from './Rows';
import classes from './run.module.css';

/** The dry run is through: columns as understood, what every row would do, and the button that does it. */
export function Ready({ view }: { view: ImportView }) {
  const t = useTexts();
  const kinds = useQuery(kindsQuery());
  const fields = kinds.data?.items.find(({ kind }) => kind === view.kind)?.fields;
  const start = useAct(startImport, { changes: [importsKey] });
  const { create, change, error } = view.counts;
  const writes = create + change;
  return (
    <>
      <div className={classes.decide}>
        <div>
          <p className={classes.verdict}>
            {t(view.fault ? 'columnsFirst' : writes === 0 ? 'nothingToWrite' : 'willWrite', {
              create: formatCount(create),
              change: formatCount(change),
            })}
          </p>
          {error > 0 && <p className={classes.soft}>{t('willLeaveOut', { n: formatCount(error) })}</p>}
        </div>
        <div className={classes.buttons}>
          {error > 0 && <ErrorsFile view={view} />}
          <Button
            size="md"
            disabled={writes === 0}
            loading={start.isPending}
            leftSection={<IconPlayerPlay size={20} aria-hidden="true" />}
            onClick={() => start.mutate(view.id)}
          >
            {t('start')}
          </Button>
        </div>
      </div>
      <Trouble error={start.error} />
      {fields && (
        <Mapping
          key={[view.fault?.code, ...view.columns.map(({ field }) => field)].join()}
          view={view}
          fields={fields}
        />
      )}
      <Section title={t('rows')}>{fields && <Rows view={view} fields={fields} />}</Section>
    </>
  );
}
