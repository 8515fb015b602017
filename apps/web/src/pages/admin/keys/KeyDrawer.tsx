import type { ApiKey } from '@diemcau/contracts/identity/keys';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { formatInstant } from '../../../admin/dates/format';
import { useAct } from '../../../admin/forms/use-act';
import { DetailDrawer } from '../../../admin/parts/DetailDrawer';
import { Dialog } from '../../../admin/parts/Dialog';
import { Facts } from '../../../admin/parts/Facts';
import { usePermissionWords } from '../../../admin/permission-words';
import classes from './keys.module.css';
import { KeyStateChip } from './KeyState';
import { keysKey, revokeKey } from './queries';
import { useTexts } from './texts';

export function KeyDrawer({ of, onClose }: { of: ApiKey | null; onClose: () => void }) {
  return (
    <DetailDrawer opened={of !== null} onClose={onClose} title={of?.name ?? ''}>
      {of && <KeyDetail of={of} onClose={onClose} />}
    </DetailDrawer>
  );
}

function KeyDetail({ of, onClose }: { of: ApiKey; onClose: () => void }) {
  const t = useTexts();
  const wordsOf = usePermissionWords();
  const [asking, setAsking] = useState(false);
  const revoke = useAct(() => revokeKey(of.id), { done: t('revoked'), changes: [keysKey], after: onClose });
  const lost = of.scopes.filter((scope) => !of.effective.includes(scope));
  return (
    <>
      <Facts
        of={[
          [t('state'), <KeyStateChip key="state" of={of} />],
          [t('unit'), of.subtree ? t('below', { unitName: of.unitName }) : of.unitName],
          [
            t('scopes'),
            <ul key="scopes" className={classes.scopes}>
              {of.effective.map((scope) => (
                <li key={scope}>{wordsOf(scope)}</li>
              ))}
              {lost.map((scope) => (
                <li key={scope} className={classes.lost}>
                  {wordsOf(scope)} <span>{t('lost')}</span>
                </li>
              ))}
            </ul>,
          ],
          [t('addresses'), of.addresses.length === 0 ? t('everywhere') : of.addresses.join(', ')],
          [t('madeBy'), of.madeByName],
          [t('createdAt'), formatInstant(of.createdAt)],
          [t('expiresAt'), formatInstant(of.expiresAt)],
          [t('lastUsedAt'), of.lastUsedAt ? formatInstant(of.lastUsedAt) : t('never')],
          of.revokedAt === null ? null : [t('revokedAt'), formatInstant(of.revokedAt)],
        ]}
      />
      {of.revokedAt === null && (
        <Button mt="lg" variant="default" color="red.8" onClick={() => setAsking(true)}>
          {t('revoke')}
        </Button>
      )}
      <Dialog
        opened={asking}
        danger
        title={t('revokeTitle', { name: of.name })}
        act={t('revoke')}
        onAct={() => revoke.mutate(undefined)}
        busy={revoke.isPending}
        error={revoke.error}
        onClose={() => setAsking(false)}
      >
        <p>{t('revokeText')}</p>
      </Dialog>
    </>
  );
}
