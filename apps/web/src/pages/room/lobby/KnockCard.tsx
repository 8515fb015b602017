import type { LobbyEntry } from '@diemcau/contracts/meetings/lobby';
import { Button } from '@mantine/core';
import IconAlertTriangle from '@tabler/icons-react/dist/esm/icons/IconAlertTriangle.mjs';
import IconCheck from '@tabler/icons-react/dist/esm/icons/IconCheck.mjs';
import { useState } from 'react';
import { useToast } from '../notices/toast-list';
import { KnockLine } from './KnockLine';
import classes from './lobby.module.css';
import { RefuseForm } from './RefuseForm';
import { admit, refuse } from './requests';
import { useTexts } from './texts';

export function KnockCard({ entry }: { entry: LobbyEntry }) {
  const t = useTexts();
  const toast = useToast();
  const [busy, setBusy] = useState(false);
  const [refusing, setRefusing] = useState(false);
  const decide = async (decision: () => Promise<unknown>) => {
    setBusy(true);
    try {
      await decision();
    } catch (error) {
      toast(error);
      setBusy(false);
    }
  };
  return (
    <li className={classes.card}>
      <p className={classes.name}>{entry.fullName}</p>
      <p className={classes.facts}>
        <span>{t(entry.unitId ? 'invited' : 'notInvited')}</span>
        {entry.lineTestId ? <KnockLine lineTestId={entry.lineTestId} /> : <span>{t('lineUntested')}</span>}
      </p>
      {entry.duplicateOf && (
        <p className={classes.duplicate}>
          <IconAlertTriangle size="1.15em" aria-hidden="true" />
          {t('duplicate')}
        </p>
      )}
      {refusing ? (
        <RefuseForm
          busy={busy}
          onCancel={() => setRefusing(false)}
          onRefuse={(reason) => void decide(() => refuse(entry.id, reason))}
        />
      ) : (
        <div className={classes.actions}>
          <Button
            size="sm"
            loading={busy}
            leftSection={<IconCheck size="1.2em" aria-hidden="true" />}
            aria-label={t('admitName', { name: entry.fullName })}
            onClick={() => void decide(() => admit(entry.id))}
          >
            {t('admit')}
          </Button>
          <Button
            size="sm"
            variant="default"
            disabled={busy}
            aria-label={t('refuseName', { name: entry.fullName })}
            onClick={() => setRefusing(true)}
          >
            {t('refuse')}
          </Button>
        </div>
      )}
    </li>
  );
}
