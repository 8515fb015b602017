import type { FeedKind, MadeFeed } from '@diemcau/contracts/meetings/feeds';
import { Radio, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useFaults } from '../../../admin/forms/faults';
import { useAct } from '../../../admin/forms/use-act';
import { Dialog } from '../../../admin/parts/Dialog';
import { useAdmin, useMay } from '../../../admin/permissions';
import { UnitPicker } from '../../../admin/units/UnitPicker';
import { feedsKey, makeFeed } from './queries';
import { useTexts } from './texts';

/** A unit's calendar is offered to who may read meetings of one. */
export function MakeFeedDialog({
  onMade,
  onClose,
}: {
  onMade: (made: MadeFeed) => void;
  onClose: () => void;
}) {
  const t = useTexts();
  const { grants } = useAdmin();
  const mayUnit = useMay()('meetings.read');
  const [kind, setKind] = useState<FeedKind>('person');
  const [unitId, setUnitId] = useState<string | null>(grants[0]?.unitId ?? null);
  const [name, setName] = useState('');
  const make = useAct(makeFeed, { changes: [feedsKey], after: onMade });
  const faultOf = useFaults(make.error);
  const ofUnit = kind === 'unit';
  return (
    <Dialog
      opened
      title={t('make')}
      act={t('make')}
      ready={name.trim() !== '' && (!ofUnit || unitId !== null)}
      onAct={() => make.mutate({ name: name.trim(), ...(ofUnit && unitId !== null && { unitId }) })}
      busy={make.isPending}
      error={make.error}
      onClose={onClose}
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
      {mayUnit && (
        <Radio.Group label={t('whose')} value={kind} onChange={(chosen) => setKind(chosen as FeedKind)}>
          <Stack gap="xs" mt={6}>
            <Radio value="person" label={t('person')} />
            <Radio value="unit" label={t('unit')} />
          </Stack>
        </Radio.Group>
      )}
      {ofUnit && <UnitPicker label={t('unitOf')} value={unitId} onChange={setUnitId} clearable={false} />}
    </Dialog>
  );
}
