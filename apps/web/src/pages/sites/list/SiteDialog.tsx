import type { Site } from '@diemcau/contracts/meetings/sites';
import { NumberInput, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useFaults } from '../../../admin/forms/faults';
import { useAct } from '../../../admin/forms/use-act';
import { useReadVersion } from '../../../admin/forms/use-read-version';
import { Dialog } from '../../../admin/parts/Dialog';
import { useAdmin } from '../../../admin/permissions';
import { UnitPicker } from '../../../admin/units/UnitPicker';
import { changeSite, makeSite, sitesKey } from '../queries';
import { useTexts } from './texts';

interface Props {
  /** Null for a new one. */
  readonly site: Site | null;
  readonly onClose: () => void;
  readonly onMade?: (site: Site) => void;
}

/** What a room is: seats, the line it needs and has. */
export function SiteDialog({ site, onClose, onMade }: Props) {
  const t = useTexts();
  const { grants } = useAdmin();
  const [unitId, setUnitId] = useState<string | null>(site?.unitId ?? grants[0]?.unitId ?? null);
  const [name, setName] = useState(site?.name ?? '');
  const [address, setAddress] = useState(site?.address ?? '');
  const [capacity, setCapacity] = useState<number | string>(site?.capacity ?? 40);
  const [headcountLimit, setHeadcountLimit] = useState<number | string>(site?.headcountLimit ?? 40);
  const [requiredMbps, setRequiredMbps] = useState<number | string>(site?.requiredMbps ?? 10);
  const [contractedMbps, setContractedMbps] = useState<number | string>(site?.contractedMbps ?? '');
  const options = { changes: [sitesKey], done: t('saved') };
  const make = useAct(makeSite, {
    ...options,
    after: (made) => {
      onClose();
      onMade?.(made);
    },
  });
  const change = useAct(changeSite, { ...options, after: onClose });
  const act = site ? change : make;
  const faultOf = useFaults(act.error);
  const version = useReadVersion(site?.version ?? 0, act.error);
  const submit = () => {
    if (unitId === null) return;
    const words = {
      name: name.trim(),
      address: address.trim() || null,
      capacity: Number(capacity),
      headcountLimit: Number(headcountLimit),
      requiredMbps: Number(requiredMbps),
      contractedMbps: contractedMbps === '' ? null : Number(contractedMbps),
    };
    if (site) change.mutate({ siteId: site.id, version, ...words });
    else make.mutate({ unitId, ...words });
  };
  const whole = { allowDecimal: false, min: 1, max: 2000, hideControls: true, inputMode: 'numeric' } as const;
  return (
    <Dialog
      opened
      title={t(site ? 'change' : 'make')}
      act={t('save')}
      onAct={submit}
      onClose={onClose}
      busy={act.isPending}
      ready={unitId !== null && name.trim() !== '' && Number(capacity) > 0 && Number(headcountLimit) > 0}
      error={act.error}
    >
      {!site && (
        <UnitPicker
          label={t('unit')}
          value={unitId}
          onChange={setUnitId}
          error={faultOf('unitId')}
          required
        />
      )}
      <TextInput
        label={t('name')}
        value={name}
        maxLength={200}
        error={faultOf('name')}
        onChange={(event) => setName(event.currentTarget.value)}
        required
        data-autofocus
      />
      <TextInput
        label={t('address')}
        value={address}
        maxLength={300}
        error={faultOf('address')}
        onChange={(event) => setAddress(event.currentTarget.value)}
      />
      <NumberInput
        {...whole}
        label={t('capacity')}
        description={t('capacityHint')}
        value={capacity}
        onChange={setCapacity}
        required
      />
      <NumberInput
        {...whole}
        label={t('headcountLimit')}
        description={t('headcountHint')}
        value={headcountLimit}
        onChange={setHeadcountLimit}
        required
      />
      <NumberInput {...whole} label={t('requiredMbps')} value={requiredMbps} onChange={setRequiredMbps} />
      <NumberInput
        label={t('contractedMbps')}
        description={t('contractedHint')}
        min={0}
        max={100_000}
        hideControls
        value={contractedMbps}
        onChange={setContractedMbps}
      />
    </Dialog>
  );
}
