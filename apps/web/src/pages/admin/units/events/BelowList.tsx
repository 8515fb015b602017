import type { Unit } from '@diemcau/contracts/identity/units';
import { Checkbox, TextInput } from '@mantine/core';
import { useId, useState } from 'react';
import { UnitName } from '../../../../admin/units/UnitName';
import { withoutAccents } from '../../../../i18n/without-accents';
import { useTexts } from '../texts';
import classes from './below.module.css';
import type { Draft } from './draft';

interface Props {
  readonly draft: Draft;
  readonly units: readonly Unit[];
  readonly chosen: ReadonlySet<string>;
  readonly onChoose: (chosen: ReadonlySet<string>) => void;
}

/** From so many on, one looks for a unit rather than reading the list. */
const searchedFrom = 8;

/** The units to choose from, each with where it goes as things are written now. */
export function BelowList({ draft, units, chosen, onChoose }: Props) {
  const t = useTexts();
  const [words, setWords] = useState('');
  const wanted = withoutAccents(words).split(' ').filter(Boolean);
  const shown = units.filter(({ name, code }) => {
    const text = `${withoutAccents(name)} ${code}`;
    return wanted.every((word) => text.includes(word));
  });
  const allChosen = shown.length > 0 && shown.every(({ id }) => chosen.has(id));
  const top = Math.min(...units.map(({ path }) => path.length));
  return (
    <>
      {units.length >= searchedFrom && (
        <TextInput
          type="search"
          aria-label={t('searchBelow')}
          placeholder={t('searchBelow')}
          value={words}
          onChange={(event) => setWords(event.currentTarget.value)}
          // Enter looks for something, and does not record the event.
          onKeyDown={(event) => event.key === 'Enter' && event.preventDefault()}
        />
      )}
      <Checkbox
        label={t(wanted.length > 0 ? 'chooseAllFound' : 'chooseAllBelow', { n: shown.length })}
        checked={allChosen}
        indeterminate={!allChosen && shown.some(({ id }) => chosen.has(id))}
        disabled={shown.length === 0}
        onChange={() => {
          const ids = new Set(shown.map(({ id }) => id));
          const others = [...chosen].filter((id) => !ids.has(id));
          onChoose(new Set(allChosen ? others : [...others, ...ids]));
        }}
      />
      <ul className={classes.list}>
        {shown.map((unit) => (
          <li key={unit.id} style={{ paddingLeft: `${(unit.path.length - top) * 1.5 + 0.75}rem` }}>
            <Choice
              unit={unit}
              draft={draft}
              checked={chosen.has(unit.id)}
              onToggle={() => {
                const others = [...chosen].filter((id) => id !== unit.id);
                onChoose(new Set(chosen.has(unit.id) ? others : [...others, unit.id]));
              }}
            />
          </li>
        ))}
      </ul>
    </>
  );
}

interface ChoiceProps {
  readonly unit: Unit;
  readonly draft: Draft;
  readonly checked: boolean;
  readonly onToggle: () => void;
}

function Choice({ unit, draft, checked, onToggle }: ChoiceProps) {
  const id = useId();
  return (
    <>
      <Checkbox
        label={
          <>
            {unit.name} <span className={classes.code}>{unit.code}</span>
          </>
        }
        checked={checked}
        aria-describedby={id}
        onChange={onToggle}
      />
      <span id={id} className={classes.goal}>
        <GoalOf unit={unit} draft={draft} />
      </span>
    </>
  );
}

/** Where a unit goes: as said for it, else as said for all. */
function GoalOf({ unit, draft }: Pick<ChoiceProps, 'unit' | 'draft'>) {
  const t = useTexts();
  const { kind, goals, goesOn, childrenTo, intoId, parts } = draft;
  const part = (at: number) => t('partNamed', { n: at + 1, name: parts[at]?.name.trim() ?? '' });
  const own = goals.get(unit.id);
  if (own?.to === 'closing') return <b>{t('closesAlong')}</b>;
  if (own) return <b>→ {own.to === 'part' ? part(own.at) : <UnitName unitId={own.unitId} />}</b>;
  if (kind === 'split' && goesOn) return t('staysBelow');
  const others = childrenTo ?? (kind === 'merge' ? intoId : null);
  if (others !== null && others !== unit.id)
    return (
      <>
        → <UnitName unitId={others} />
      </>
    );
  if (kind === 'split') return `→ ${part(0)}`;
  return kind === 'merge' ? t('goesUp') : <em>{t('noGoal')}</em>;
}
