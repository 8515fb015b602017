import type { RoleView } from '@diemcau/contracts/identity/grants';
import { Button, Skeleton } from '@mantine/core';
import IconPlus from '@tabler/icons-react/dist/esm/icons/IconPlus.mjs';
import IconShieldCheck from '@tabler/icons-react/dist/esm/icons/IconShieldCheck.mjs';
import { useState } from 'react';
import { PageHead } from '../../../admin/parts/PageHead';
import { Section } from '../../../admin/parts/Section';
import { StateChip } from '../../../admin/parts/StateChip';
import { Trouble } from '../../../admin/parts/Trouble';
import { useMay } from '../../../admin/permissions';
import { useRoles } from '../../../admin/roles';
import { useAddressState } from '../../../admin/table/list-search';
import { formatCount } from '../../../admin/table/count';
import { DefineDialog } from './DefineDialog';
import { Matrix } from './Matrix';
import { RoleDrawer } from './RoleDrawer';
import classes from './roles.module.css';
import { useTexts } from './texts';

/** The roles of the province, what each permits, who holds it. */
export function RolesPage() {
  const t = useTexts();
  const may = useMay();
  const { roles, nameOf, loaded, error, refetch } = useRoles();
  const [{ role: open }, patch] = useAddressState();
  const [defining, setDefining] = useState(false);
  const shown = roles.find(({ key }) => key === open) ?? null;
  const card = (role: RoleView) => (
    <li key={role.key}>
      <button type="button" className={classes.card} onClick={() => patch({ role: role.key })}>
        <IconShieldCheck size={22} aria-hidden="true" />
        <span className={classes.cardName}>{nameOf(role.key)}</span>
        <span className={classes.quiet}>
          {t('summary', { holders: formatCount(role.holders), n: role.permissions.length })}
        </span>
        {!role.builtIn && <StateChip tone="waiting">{t('own')}</StateChip>}
      </button>
    </li>
  );
  return (
    <>
      <PageHead title={t('title')} lead={t('lead')}>
        {may('roles.define') && (
          <Button leftSection={<IconPlus size={20} aria-hidden="true" />} onClick={() => setDefining(true)}>
            {t('define')}
          </Button>
        )}
      </PageHead>
      <Trouble error={error} onRetry={refetch} />
      {!loaded && !error && <Skeleton height={240} radius="lg" aria-hidden="true" />}
      <ul className={classes.cards}>{roles.map(card)}</ul>
      {loaded && (
        <Section title={t('matrix')}>
          <Matrix roles={roles} />
        </Section>
      )}
      {shown && <RoleDrawer role={shown} onClose={() => patch({ role: undefined })} />}
      {defining && <DefineDialog changing={null} onClose={() => setDefining(false)} />}
    </>
  );
}
