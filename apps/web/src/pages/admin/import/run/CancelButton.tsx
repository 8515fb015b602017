import type { ImportView } from '@diemcau/contracts/identity/imports';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { useAct } from '../../../../admin/forms/use-act';
import { Dialog } from '../../../../admin/parts/Dialog';
import { cancelImport, importsKey } from '../queries';
import { useTexts } from '../texts';

export function CancelButton({ view }: { view: ImportView }) {
  const t = useTexts();
  const [asking, setAsking] = useState(false);
  const cancel = useAct(cancelImport, { changes: [importsKey], after: () => setAsking(false) });
  return (
    <>
      <Button variant="default" onClick={() => setAsking(true)}>
        {t('cancel')}
      </Button>
      <Dialog
        opened={asking}
        danger
        title={t('cancelTitle')}
        act={t('cancel')}
        onAct={() => cancel.mutate(view.id)}
        busy={cancel.isPending}
        error={cancel.error}
        onClose={() => setAsking(false)}
      >
        <p>{t(view.state === 'running' ? 'cancelRunning' : 'cancelBefore')}</p>
      </Dialog>
    </>
  );
}
