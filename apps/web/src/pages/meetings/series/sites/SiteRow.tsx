import type { TemplateSite } from '@diemcau/contracts/meetings/series-template';
import type { SiteLine } from '@diemcau/contracts/meetings/sites';
import type { SiteRole } from '@diemcau/contracts/meetings/vocabulary';
import { ActionIcon, NumberInput, Select } from '@mantine/core';
import IconX from '@tabler/icons-react/dist/esm/icons/IconX.mjs';
import { SiteStateChip } from '../../../sites/Chips';
import { useTexts } from '../texts';
import classes from './sites.module.css';

const roles = ['main', 'standby', 'member'] as const satisfies readonly SiteRole[];

interface Props {
  readonly site: TemplateSite;
  /** Undefined until it is known. */
  readonly named: SiteLine | undefined;
  readonly onChange: (changes: Partial<TemplateSite>) => void;
  readonly onRemove: () => void;
}

/** One site: as what, with how many people (HB-2.2, HB-4.3). */
export function SiteRow({ site: { role, expected }, named, onChange, onRemove }: Props) {
  const t = useTexts();
  const site = named?.name ?? '…';
  return (
    <div className={classes.line}>
      <span>
        {site}
        {named && <small>{named.unitName}</small>}
        {named?.state === 'suspended' && <SiteStateChip state={named.state} />}
      </span>
      <Select
        aria-label={t('role', { site })}
        data={roles.map((one) => ({ value: one, label: t(`role_${one}`) }))}
        value={role}
        allowDeselect={false}
        onChange={(one) => onChange({ role: one as SiteRole })}
      />
      <NumberInput
        aria-label={t('expected', { site })}
        min={0}
        max={named?.headcountLimit ?? 2000}
        value={expected}
        onChange={(people) => onChange({ expected: Number(people) || 0 })}
      />
      <ActionIcon variant="subtle" color="gray" aria-label={t('remove', { name: site })} onClick={onRemove}>
        <IconX size={20} aria-hidden="true" />
      </ActionIcon>
    </div>
  );
}
