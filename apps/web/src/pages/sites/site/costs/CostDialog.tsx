import type { CostKind, CostLine } from '@diemcau/contracts/meetings/costs';
import { Button, NumberInput, Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useFaults } from '../../../../admin/forms/faults';
import { useAct } from '../../../../admin/forms/use-act';
import { Dialog } from '../../../../admin/parts/Dialog';
import { addCost, changeCost, removeCost, sitesKey } from '../../queries';
import { useSiteWords } from '../../words';
import { useTexts } from './texts';

const kinds: readonly CostKind[] = [
  'operation',
  'maintenance',
  'line',
  'power',
  'equipment',
  'training',
  'other',
];

interface Props {
  readonly siteId: string;
  readonly year: number;
  /** Null for a new one. */
  readonly cost: CostLine | null;
  readonly onClose: () => void;
}

export function CostDialog({ siteId, year, cost, onClose }: Props) {
  const t = useTexts();
  const words = useSiteWords();
  const [kind, setKind] = useState<CostKind>(cost?.kind ?? 'operation');
  const [text, setText] = useState(cost?.text ?? '');
  const [planned, setPlanned] = useState<number | string>(cost?.planned ?? '');
  const [actual, setActual] = useState<number | string>(cost?.actual ?? '');
  const options = { changes: [sitesKey], done: t('saved'), after: onClose };
  const add = useAct(addCost, options);
  const change = useAct(changeCost, options);
  const remove = useAct(removeCost, { ...options, done: t('removed') });
  const act = cost ? change : add;
  const faultOf = useFaults(act.error);
  const submit = () => {
    const given = {
      kind,
      text: text.trim(),
      planned: Number(planned),
      actual: actual === '' ? null : Number(actual),
    };
    if (cost) change.mutate({ costId: cost.id, version: cost.version, ...given });
    else add.mutate({ siteId, year, ...given });
  };
  const money = {
    min: 0,
    max: 1_000_000_000_000,
    allowDecimal: false,
    hideControls: true,
    thousandSeparator: '.',
    decimalSeparator: ',',
    suffix: ' đ',
  } as const;
  return (
    <Dialog
      opened
      title={t(cost ? 'changeTitle' : 'add')}
      act={t('save')}
      onAct={submit}
      onClose={onClose}
      busy={act.isPending}
      ready={text.trim() !== '' && planned !== ''}
      error={act.error ?? remove.error}
    >
      <TextInput
        label={t('text')}
        value={text}
        maxLength={300}
        required
        data-autofocus
        error={faultOf('text')}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <Select
        label={t('kind')}
        data={kinds.map((value) => ({ value, label: words(`cost_${value}`) }))}
        value={kind}
        onChange={(value) => setKind(kinds.find((one) => one === value) ?? kind)}
        allowDeselect={false}
      />
      <NumberInput {...money} label={t('planned')} value={planned} onChange={setPlanned} required />
      <NumberInput {...money} label={t('actual')} value={actual} onChange={setActual} />
      {cost && (
        <Button
          variant="subtle"
          color="red.9"
          size="compact-md"
          loading={remove.isPending}
          onClick={() => remove.mutate(cost.id)}
        >
          {t('remove')}
        </Button>
      )}
    </Dialog>
  );
}
