import { TextInput } from '@mantine/core';
import { Section } from '../../../admin/parts/Section';
import { UnitPicker } from '../../../admin/units/UnitPicker';
import { LevelSelect } from '../level/LevelSelect';
import { KindSelect } from '../types/KindSelect';
import type { Draft } from './draft';
import classes from './series.module.css';
import { useTexts } from './texts';

interface Props {
  readonly draft: Draft;
  readonly put: (changes: Partial<Draft>) => void;
  readonly frozen: boolean;
  /** Where it belongs is settled once it is saved, or by its plan. */
  readonly settled: boolean;
}

export function WhatFields({ draft, put, frozen, settled }: Props) {
  const t = useTexts();
  return (
    <Section title={t('what')}>
      <div className={classes.fields}>
        <TextInput
          className={classes.wide}
          label={t('title')}
          value={draft.title}
          maxLength={300}
          required
          disabled={frozen}
          onChange={(event) => put({ title: event.currentTarget.value })}
        />
        <KindSelect value={draft.kind} onChange={(kind) => put({ kind })} disabled={frozen} />
        <LevelSelect
          value={draft.level}
          onChange={(level) => put({ level })}
          isSet={settled && draft.level !== null}
        />
        {!settled && (
          <UnitPicker
            label={t('unit')}
            value={draft.unitId}
            onChange={(unitId) => put({ unitId })}
            clearable={false}
          />
        )}
      </div>
    </Section>
  );
}
