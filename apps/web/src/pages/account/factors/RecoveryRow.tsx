import { Button, Modal } from '@mantine/core';
import IconKey from '@tabler/icons-react/dist/esm/icons/IconKey.mjs';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Dialog } from '../../../admin/parts/Dialog';
import { StateChip } from '../../../admin/parts/StateChip';
import { RecoveryCodes } from '../../../credentials/RecoveryCodes';
import { useTexts as useCredentialTexts } from '../../../credentials/texts';
import { useAttempt } from '../../../credentials/use-attempt';
import { useStepUp } from '../step-up/step-up';
import classes from '../AccountPage.module.css';
import { factorsQuery, renewRecoveryCodes } from './queries';
import { useTexts } from './texts';

/** Fewer than this are worth a word. */
const few = 4;

export function RecoveryRow({ left }: { left: number }) {
  const t = useTexts();
  const tc = useCredentialTexts();
  const queries = useQueryClient();
  const stepUp = useStepUp();
  const attempt = useAttempt();
  const [asking, setAsking] = useState(false);
  const [codes, setCodes] = useState<readonly string[] | null>(null);
  const renew = async () => {
    const done = await attempt.run(async () => {
      await stepUp(async () => setCodes((await renewRecoveryCodes()).codes));
      await queries.invalidateQueries(factorsQuery());
    });
    if (done) setAsking(false);
  };
  return (
    <li className={classes.row}>
      <IconKey size={22} aria-hidden="true" />
      <div className={classes.rowText}>
        <div className={classes.rowName}>
          {t('recovery')}
          {left < few && <StateChip tone="warning">{t('recoveryFew')}</StateChip>}
        </div>
        <div className={classes.rowFacts}>{t('recoveryLeft', { n: left })}</div>
      </div>
      <div className={classes.rowTools}>
        <Button variant="subtle" size="compact-md" onClick={() => setAsking(true)}>
          {t('recoveryRenew')}
        </Button>
      </div>
      <Dialog
        opened={asking}
        title={t('recoveryRenew')}
        act={t('recoveryRenew')}
        onAct={() => void renew()}
        busy={attempt.busy}
        error={attempt.error}
        onClose={() => setAsking(false)}
      >
        <p>{t('recoveryRenewText')}</p>
      </Dialog>
      <Modal
        opened={codes !== null}
        onClose={() => undefined}
        withCloseButton={false}
        title={tc('codesTitle')}
        centered
      >
        <p className={classes.soft}>{tc('codesText')}</p>
        {codes && <RecoveryCodes codes={codes} onDone={() => setCodes(null)} />}
      </Modal>
    </li>
  );
}
