import type { StoredFile } from '@diemcau/contracts/meetings/files';
import { Button } from '@mantine/core';
import IconDownload from '@tabler/icons-react/dist/esm/icons/IconDownload.mjs';
import { notify } from '../../../admin/notices/notices';
import { useWordsOf } from '../../../admin/parts/Trouble';
import { download } from '../../../admin/table/save-file';

/** Saves the file under its name. */
export function FileLink({ file }: { file: StoredFile }) {
  const wordsOf = useWordsOf();
  const save = () =>
    download(`/api/v1/files/${file.id}`, file.name).catch((error: unknown) =>
      notify('fault', wordsOf(error)),
    );
  return (
    <Button
      variant="subtle"
      size="compact-md"
      leftSection={<IconDownload size={18} aria-hidden="true" />}
      onClick={() => void save()}
    >
      {file.name}
    </Button>
  );
}
