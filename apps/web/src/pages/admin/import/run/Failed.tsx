import type { ImportView } from '@diemcau/contracts/identity/imports';
import { Alert, Button } from '@mantine/core';
import IconAlertTriangle from '@tabler/icons-react/dist/esm/icons/IconAlertTriangle.mjs';
import { Link } from '@tanstack/react-router';
import { wordsIn } from '../kinds';
import { useTexts } from '../texts';
import { letterOf } from './letter';

/** The file could not be taken as a whole: why, where, and what to do. Nothing was written. */
export function Failed({ view: { fault } }: { view: ImportView }) {
  const t = useTexts();
  const place =
    fault?.row == null
      ? null
      : fault.column === null
        ? t('atRow', { row: fault.row })
        : t('atCell', { row: fault.row, column: letterOf(fault.column) });
  return (
    <Alert color="red" icon={<IconAlertTriangle aria-hidden="true" />} title={t('failedTitle')} role="alert">
      {fault && <p>{wordsIn(fault.message)}</p>}
      {place && <p>{place}</p>}
      <p>{t('failedText')}</p>
      <Button variant="default" size="sm" renderRoot={(props) => <Link {...props} to="/admin/import" />}>
        {t('sendAnother')}
      </Button>
    </Alert>
  );
}
