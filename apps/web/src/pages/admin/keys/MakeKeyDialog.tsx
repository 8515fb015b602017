import type { MadeKey } from '@diemcau/contracts/identity/keys';
import type { Permission } from '@diemcau/contracts/identity/permissions';
import { Checkbox, Stack, Switch, TagsInput, TextInput } from '@mantine/core';
import { useState } from 'react';
import { DayField } from '../../../admin/dates/DayField';
import { dayOf, endOfDay, today } from '../../../admin/dates/format';
import { useFaults } from '../../../admin/forms/faults';
import { useAct } from '../../../admin/forms/use-act';
import { Dialog } from '../../../admin/parts/Dialog';
import { usePermissionWords } from '../../../admin/permission-words';
import { useAdmin } from '../../../admin/permissions';
import { SecretOnce } from '../../../credentials/SecretOnce';
import { UnitPicker } from '../../../admin/units/UnitPicker';
import classes from './keys.module.css';
import { keysKey, makeKey } from './queries';
import { useTexts } from './texts';

const inDays = (days: number): string => dayOf(new Date(Date.now() + days * 86_400_000));
/** As the server allows at most. */
const longestDays = 365;

/** A key of one's own making, never with more than one holds (I4); its secret is shown this once. */
export function MakeKeyDialog({ onClose }: { onClose: () => void }) {
  const t = useTexts();
  const wordsOf = usePermissionWords();
  const { permissions, grants } = useAdmin();
  const [made, setMade] = useState<MadeKey | null>(null);
  const [name, setName] = useState('');
  const [unitId, setUnitId] = useState<string | null>(grants[0]?.unitId ?? null);
  const [subtree, setSubtree] = useState(true);
  const [scopes, setScopes] = useState<readonly Permission[]>([]);
  const [until, setUntil] = useState<string | null>(inDays(180));
  const [addresses, setAddresses] = useState<string[]>([]);
  const make = useAct(makeKey, { changes: [keysKey], after: setMade });
  const faultOf = useFaults(make.error);
  if (made) {
    return <SecretOnce title={t('madeTitle')} text={t('madeText')} secret={made.secret} onClose={onClose} />;
  }
  const act = () => {
    if (unitId === null || until === null) return;
    make.mutate({
      name: name.trim(),
      unitId,
      subtree,
      scopes: [...scopes],
      expiresAt: endOfDay(until),
      addresses,
    });
  };
  return (
    <Dialog
      opened
      title={t('make')}
      act={t('make')}
      ready={name.trim() !== '' && unitId !== null && until !== null && scopes.length > 0}
      onAct={act}
      busy={make.isPending}
      error={make.error}
      onClose={onClose}
      width={620}
    >
      <TextInput
        label={t('name')}
        description={t('nameHint')}
        value={name}
        maxLength={120}
        error={faultOf('name')}
        data-autofocus
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <UnitPicker label={t('unit')} value={unitId} onChange={setUnitId} clearable={false} />
      <Switch
        label={t('subtree')}
        checked={subtree}
        onChange={(event) => setSubtree(event.currentTarget.checked)}
      />
      <Checkbox.Group
        label={t('scopes')}
        description={t('scopesHint')}
        value={[...scopes]}
        onChange={(chosen) => setScopes(permissions.filter((one) => chosen.includes(one)))}
      >
        <Stack gap="xs" mt={6} className={classes.chosen ?? ''}>
          {permissions.map((permission) => (
            <Checkbox key={permission} value={permission} label={wordsOf(permission)} />
          ))}
        </Stack>
      </Checkbox.Group>
      <DayField
        label={t('lastDay')}
        description={t('lastDayHint')}
        value={until}
        onChange={setUntil}
        min={today()}
        max={inDays(longestDays)}
        error={faultOf('expiresAt')}
      />
      <TagsInput
        label={t('addresses')}
        description={t('addressesHint')}
        value={addresses}
        onChange={setAddresses}
        maxTags={20}
        error={faultOf('addresses')}
      />
    </Dialog>
  );
}
