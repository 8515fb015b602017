import type { MeetingKind } from '@diemcau/contracts/meetings/vocabulary';
import { Select, TextInput } from '@mantine/core';
import { Section } from '../../../admin/parts/Section';
import { UnitPicker } from '../../../admin/units/UnitPicker';
import type { Draft } from './draft';
import classes from './series.module.css';
import { useTexts } from './texts';

export const kinds = [
  'briefing',
  'conference',
  'training',
  'professionalActivity',
  'classObservation',
  'demonstrationLesson',
  'teacherContest',
] as const satisfies readonly MeetingKind[];

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
        <Select
          size="md"
          label={t('kind')}
          data={kinds.map((kind) => ({ value: kind, label: t(`kind_${kind}`) }))}
          value={draft.kind}
          allowDeselect={false}
          disabled={frozen}
          onChange={(kind) => put({ kind: kind as MeetingKind })}
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
