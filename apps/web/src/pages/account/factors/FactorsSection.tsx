import type { SecondFactorList } from '@diemcau/contracts/identity/second-factors';
import { Alert, Button, Skeleton } from '@mantine/core';
import IconDeviceMobile from '@tabler/icons-react/dist/esm/icons/IconDeviceMobile.mjs';
import IconFingerprint from '@tabler/icons-react/dist/esm/icons/IconFingerprint.mjs';
import IconShieldExclamation from '@tabler/icons-react/dist/esm/icons/IconShieldExclamation.mjs';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Section } from '../../../admin/parts/Section';
import { Trouble } from '../../../admin/parts/Trouble';
import { canUsePasskeys } from '../../../credentials/passkeys';
import classes from '../AccountPage.module.css';
import { AddFactorDialog, type Adding } from './AddFactorDialog';
import { FactorRow } from './FactorRow';
import { factorsQuery } from './queries';
import { RecoveryRow } from './RecoveryRow';
import { useTexts } from './texts';

/** Authenticator app, passkeys and recovery codes. */
export function FactorsSection() {
  const t = useTexts();
  const { data, error, refetch } = useQuery(factorsQuery());
  return (
    <Section title={t('title')}>
      <Trouble error={data ? null : error} onRetry={refetch} />
      {!data && !error && <Skeleton height={120} aria-hidden="true" />}
      {data && <Factors list={data} />}
    </Section>
  );
}

function Factors({ list }: { list: SecondFactorList }) {
  const t = useTexts();
  const [adding, setAdding] = useState<Adding | null>(null);
  const hasTotp = list.items.some(({ kind }) => kind === 'totp');
  return (
    <>
      {list.items.length === 0 && (
        <Alert color="yellow" icon={<IconShieldExclamation aria-hidden="true" />} mb="sm">
          {t(list.required ? 'noneRequired' : 'none')}
        </Alert>
      )}
      <ul className={classes.rows}>
        {list.items.map((factor) => (
          <FactorRow key={factor.id} factor={factor} />
        ))}
        {list.items.length > 0 && <RecoveryRow left={list.recoveryCodesLeft} />}
      </ul>
      <div className={classes.actions}>
        {!hasTotp && (
          <Button
            variant="default"
            size="sm"
            leftSection={<IconDeviceMobile size={18} aria-hidden="true" />}
            onClick={() => setAdding('totp')}
          >
            {t('addTotp')}
          </Button>
        )}
        {canUsePasskeys() && (
          <Button
            variant="default"
            size="sm"
            leftSection={<IconFingerprint size={18} aria-hidden="true" />}
            onClick={() => setAdding('passkey')}
          >
            {t('addPasskey')}
          </Button>
        )}
      </div>
      {adding && <AddFactorDialog adding={adding} onClose={() => setAdding(null)} />}
    </>
  );
}
