import type { SecondFactor } from '@diemcau/contracts/identity/second-factors';
import { Button, TextInput } from '@mantine/core';
import IconDeviceMobile from '@tabler/icons-react/dist/esm/icons/IconDeviceMobile.mjs';
import IconFingerprint from '@tabler/icons-react/dist/esm/icons/IconFingerprint.mjs';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { formatDayOf, formatInstant } from '../../../admin/dates/format';
import { notify } from '../../../admin/notices/notices';
import { Dialog } from '../../../admin/parts/Dialog';
import { useAttempt } from '../../../credentials/use-attempt';
import { useStepUp } from '../step-up/step-up';
import classes from '../AccountPage.module.css';
import { factorsQuery, removeFactor, renamePasskey } from './queries';
import { useTexts } from './texts';

export function FactorRow({ factor }: { factor: SecondFactor }) {
  const t = useTexts();
  const [dialog, setDialog] = useState<'rename' | 'remove' | null>(null);
  const { kind, addedAt, lastUsedAt, synced } = factor;
  const name = factor.name ?? t('totp');
  const Mark = kind === 'totp' ? IconDeviceMobile : IconFingerprint;
  const close = () => setDialog(null);
  return (
    <li className={classes.row}>
      <Mark size={22} aria-hidden="true" />
      <div className={classes.rowText}>
        <div className={classes.rowName}>{name}</div>
        <div className={classes.rowFacts}>
          {t('addedAt', { at: formatDayOf(addedAt) })} ·{' '}
          {lastUsedAt ? t('usedAt', { at: formatInstant(lastUsedAt) }) : t('neverUsed')}
          {synced && ` · ${t('synced')}`}
        </div>
      </div>
      <div className={classes.rowTools}>
        {kind === 'passkey' && (
          <Button variant="subtle" size="compact-md" onClick={() => setDialog('rename')}>
            {t('rename')}
          </Button>
        )}
        <Button variant="subtle" size="compact-md" color="red.8" onClick={() => setDialog('remove')}>
          {t('remove')}
        </Button>
      </div>
      {dialog === 'rename' && <RenameDialog factor={factor} onClose={close} />}
      {dialog === 'remove' && <RemoveDialog factor={factor} name={name} onClose={close} />}
    </li>
  );
}

function RenameDialog({ factor, onClose }: { factor: SecondFactor; onClose: () => void }) {
  const t = useTexts();
  const queries = useQueryClient();
  const stepUp = useStepUp();
  const attempt = useAttempt();
  const [name, setName] = useState(factor.name ?? '');
  const act = async () => {
    const done = await attempt.run(async () => {
      await stepUp(() => renamePasskey(factor.id, name.trim()));
      await queries.invalidateQueries(factorsQuery());
    });
    if (done) onClose();
  };
  return (
    <Dialog
      opened
      title={t('rename')}
      act={t('save')}
      ready={name.trim() !== ''}
      onAct={() => void act()}
      busy={attempt.busy}
      error={attempt.error}
      onClose={onClose}
    >
      <TextInput
        label={t('name')}
        value={name}
        maxLength={60}
        data-autofocus
        onChange={(event) => setName(event.currentTarget.value)}
      />
    </Dialog>
  );
}

interface RemoveProps {
  readonly factor: SecondFactor;
  readonly name: string;
  readonly onClose: () => void;
}

function RemoveDialog({ factor, name, onClose }: RemoveProps) {
  const t = useTexts();
  const queries = useQueryClient();
  const stepUp = useStepUp();
  const attempt = useAttempt();
  const act = async () => {
    const done = await attempt.run(async () => {
      if (await stepUp(() => removeFactor(factor.id))) notify('done', t('removed', { name }));
      await queries.invalidateQueries(factorsQuery());
    });
    if (done) onClose();
  };
  return (
    <Dialog
      opened
      danger
      title={t('removeTitle', { name })}
      act={t('remove')}
      onAct={() => void act()}
      busy={attempt.busy}
      error={attempt.error}
      onClose={onClose}
    >
      <p>{t(factor.kind === 'totp' ? 'removeTotpText' : 'removePasskeyText')}</p>
    </Dialog>
  );
}
