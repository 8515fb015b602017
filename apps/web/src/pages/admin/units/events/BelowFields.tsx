import { Button, Select } from '@mantine/core';
import { useState } from 'react';
import { Trouble } from '../../../../admin/parts/Trouble';
import { formatCount } from '../../../../admin/table/count';
import { UnitPicker } from '../../../../admin/units/UnitPicker';
import { useTexts } from '../texts';
import classes from './below.module.css';
import { BelowList } from './BelowList';
import type { Draft } from './draft';
import { type Goal, withGoal } from './goals';
import type { Below } from './use-below';

interface Props {
  readonly draft: Draft;
  readonly below: Below;
  readonly change: (changes: Partial<Draft>) => void;
  readonly faultOf: (path: string) => string | undefined;
}

/** The units below one that is closed, merged or split: where all of them go, and where single ones go instead. */
export function BelowFields({ draft, below, change, faultOf }: Props) {
  const t = useTexts();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const { kind, goals, goesOn, childrenTo } = draft;
  const set = (goal: Goal | null) => {
    change({ goals: withGoal(goals, chosen, goal, below.units) });
    setChosen(new Set());
  };
  if (below.error) return <Trouble error={below.error} />;
  if (below.units.length === 0) return null;
  return (
    <fieldset className={classes.below}>
      <legend>{t('unitsBelow', { n: formatCount(below.units.length) })}</legend>
      {!(kind === 'split' && goesOn) && (
        <UnitPicker
          label={t('childrenTo')}
          description={t(`childrenTo_${kind === 'close' ? 'close' : kind === 'merge' ? 'merge' : 'split'}`)}
          value={childrenTo}
          onChange={(unitId) => change({ childrenTo: unitId })}
          error={faultOf('childrenTo')}
        />
      )}
      <BelowList draft={draft} units={below.units} chosen={chosen} onChoose={setChosen} />
      <div className={classes.act} role="group" aria-label={t('sendChosen', { n: formatCount(chosen.size) })}>
        {kind === 'split' ? (
          <ToPart draft={draft} count={chosen.size} onSet={set} />
        ) : (
          <ToUnit count={chosen.size} onSet={set} />
        )}
        {kind === 'close' && (
          <Button variant="default" disabled={chosen.size === 0} onClick={() => set({ to: 'closing' })}>
            {t('closeAlong')}
          </Button>
        )}
        <Button
          variant="default"
          disabled={![...chosen].some((unitId) => goals.has(unitId))}
          onClick={() => set(null)}
        >
          {t('takeGoalBack')}
        </Button>
      </div>
      {below.homeless.length > 0 && (
        <p className={classes.homeless} role="status">
          <b>{t('homeless', { n: formatCount(below.homeless.length) })}</b>{' '}
          {below.homeless.map(({ name }) => name).join(', ')}
        </p>
      )}
    </fieldset>
  );
}

interface ToProps {
  readonly count: number;
  readonly onSet: (goal: Goal) => void;
}

function ToUnit({ count, onSet }: ToProps) {
  const t = useTexts();
  const [unitId, setUnitId] = useState<string | null>(null);
  return (
    <>
      <UnitPicker
        label={t('sendChosen', { n: formatCount(count) })}
        value={unitId}
        onChange={setUnitId}
        size="sm"
      />
      <Button
        variant="light"
        disabled={count === 0 || unitId === null}
        onClick={() => {
          if (unitId === null) return;
          onSet({ to: 'unit', unitId });
          setUnitId(null);
        }}
      >
        {t('setGoal')}
      </Button>
    </>
  );
}

function ToPart({ draft, count, onSet }: ToProps & { draft: Draft }) {
  const t = useTexts();
  const [at, setAt] = useState<string | null>(null);
  return (
    <>
      <Select
        label={t('sendChosen', { n: formatCount(count) })}
        data={draft.parts.map(({ name }, i) => ({
          value: String(i),
          label: t('partNamed', { n: i + 1, name: name.trim() }),
        }))}
        value={at}
        onChange={setAt}
        placeholder={t('choosePart')}
      />
      <Button
        variant="light"
        disabled={count === 0 || at === null || Number(at) >= draft.parts.length}
        onClick={() => {
          onSet({ to: 'part', at: Number(at) });
          setAt(null);
        }}
      >
        {t('setGoal')}
      </Button>
    </>
  );
}
