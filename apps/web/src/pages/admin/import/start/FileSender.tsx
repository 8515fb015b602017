import { Problem } from '@diemcau/client/problem';
import type { ImportKindName } from '@diemcau/contracts/identity/imports';
import { Alert, Button, Progress } from '@mantine/core';
import IconAlertTriangle from '@tabler/icons-react/dist/esm/icons/IconAlertTriangle.mjs';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { UnitPicker } from '../../../../admin/units/UnitPicker';
import { FailureAlert } from '../../../../credentials/FailureAlert';
import { useAttempt } from '../../../../credentials/use-attempt';
import { faultOfFile, type FileFault } from '../file-fault';
import { importsKey } from '../queries';
import { useTexts } from '../texts';
import { uploadFile } from '../upload';
import { DropZone } from './DropZone';
import classes from './start.module.css';

/** Takes a file, sends it, and goes on to its dry run. */
export function FileSender({ kind }: { kind: ImportKindName }) {
  const t = useTexts();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const attempt = useAttempt();
  const [fault, setFault] = useState<FileFault | null>(null);
  const [share, setShare] = useState(0);
  const [unitId, setUnitId] = useState<string | null>(null);
  const sending = useRef(new AbortController());
  useEffect(() => () => sending.current.abort(), []);
  const whichProvince = attempt.error instanceof Problem && attempt.error.code === 'imports.whichProvince';

  const take = (file: File) => {
    const found = faultOfFile(file);
    setFault(found);
    if (found) return;
    setShare(0);
    sending.current = new AbortController();
    const { signal } = sending.current;
    void attempt.run(async () => {
      try {
        const { id } = await uploadFile({ kind, file, unitId, onProgress: setShare, signal });
        await queries.invalidateQueries({ queryKey: importsKey });
        await navigate({ to: '/admin/import/$importId', params: { importId: id } });
      } catch (error) {
        // Stopped by the person: nothing to complain about.
        if (!signal.aborted) throw error;
      }
    });
  };

  if (attempt.busy) {
    return (
      <div className={classes.sending}>
        <p role="status">{t(share < 1 ? 'sending' : 'checking', { percent: Math.floor(share * 100) })}</p>
        <Progress value={share * 100} animated={share >= 1} size="lg" aria-label={t('sendingLabel')} />
        <Button variant="default" size="sm" onClick={() => sending.current.abort()}>
          {t('stop')}
        </Button>
      </div>
    );
  }
  return (
    <>
      {fault && (
        <Alert color="red" icon={<IconAlertTriangle aria-hidden="true" />} role="alert" mb="sm">
          {t(`fault_${fault}`)}
        </Alert>
      )}
      <FailureAlert error={attempt.error} waitS={attempt.waitS} />
      {(whichProvince || unitId !== null) && (
        <UnitPicker label={t('whichUnit')} value={unitId} onChange={setUnitId} />
      )}
      <DropZone onFile={take} />
    </>
  );
}
