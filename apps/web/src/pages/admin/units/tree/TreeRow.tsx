import type { Unit } from '@diemcau/contracts/identity/units';
import IconChevronDown from '@tabler/icons-react/dist/esm/icons/IconChevronDown.mjs';
import IconChevronRight from '@tabler/icons-react/dist/esm/icons/IconChevronRight.mjs';
import { Link } from '@tanstack/react-router';
import { type DragEvent, type ReactNode, useState } from 'react';
import { useUnitTypes } from '../../../../admin/units/unit-types';
import { UnitState } from '../UnitState';
import { useTexts } from '../texts';
import classes from './tree.module.css';

interface Props {
  readonly unit: Unit;
  readonly depth: number;
  readonly opens: boolean;
  readonly opened: boolean;
  readonly onToggle: () => void;
  readonly mark: ReactNode;
  readonly tools: ReactNode;
  readonly drag: {
    readonly draggable: boolean;
    /** The unit being dragged may be let go here. */
    readonly target: boolean;
    readonly onStart: () => void;
    readonly onEnd: () => void;
    readonly onDrop: () => void;
  } | null;
}

export function TreeRow({ unit, depth, opens, opened, onToggle, mark, tools, drag }: Props) {
  const t = useTexts();
  const { nameOf } = useUnitTypes();
  const [over, setOver] = useState(false);
  const Shown = opened ? IconChevronDown : IconChevronRight;
  const hover = (event: DragEvent) => {
    if (!drag?.target) return;
    event.preventDefault();
    setOver(true);
  };
  return (
    <div
      className={classes.row}
      data-row
      data-unit={unit.code}
      data-over={over || undefined}
      data-target={drag?.target || undefined}
      style={{ paddingLeft: `${depth * 1.5}rem` }}
      draggable={drag?.draggable ?? false}
      onDragStart={(event) => {
        event.dataTransfer.effectAllowed = 'move';
        event.dataTransfer.setData('text/plain', unit.name);
        drag?.onStart();
      }}
      onDragEnd={drag?.onEnd}
      onDragOver={hover}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        if (drag?.target) drag.onDrop();
      }}
    >
      {opens ? (
        <button
          type="button"
          data-toggle
          className={classes.toggle}
          aria-expanded={opened}
          aria-label={t(opened ? 'collapse' : 'expand', { unit: unit.name })}
          onClick={onToggle}
        >
          <Shown size={18} aria-hidden="true" />
        </button>
      ) : (
        <span className={classes.toggle} aria-hidden="true" />
      )}
      <span className={classes.about}>
        <Link
          to="/admin/units/$unitId"
          params={{ unitId: unit.id }}
          className={classes.name}
          draggable={false}
        >
          {unit.name}
        </Link>
        <span className={classes.type}>{nameOf(unit.type)}</span>
        {unit.state !== 'active' && <UnitState state={unit.state} />}
        {mark}
      </span>
      {tools}
    </div>
  );
}
