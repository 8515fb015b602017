import type { ImportView } from '@diemcau/contracts/identity/imports';
import { DownloadButton } from '../../../../admin/table/DownloadButton';
import { useTexts } from '../texts';

/** The faulty rows as they were sent, each with what is wrong: to be corrected and sent again. */
export function ErrorsFile({ view: { id, fileName } }: { view: ImportView }) {
  const t = useTexts();
  const name = fileName.replace(/\.(xlsx|csv)$/i, '');
  return (
    <DownloadButton path={`/api/v1/imports/${id}/errors.xlsx`} fileName={`${name} - dòng lỗi.xlsx`}>
      {t('errorsFile')}
    </DownloadButton>
  );
}
