import type { Unit } from '@diemcau/contracts/identity/units';
import { Skeleton } from '@mantine/core';
import { type KeyboardEvent, type ReactNode, useState } from 'react';
import { useUnitTypes } from '../../../../admin/units/unit-types';
import { useTexts } from '../texts';
import { mayDrop } from './dragging';
import classes from './tree.module.css';
import { TreeRow } from './TreeRow';
import type { Tree } from './use-tree';

interface Props {
  readonly tree: Tree;
  /** Shown with a unit: its menu, its marks. */
  readonly renderTools: (unit: Unit) => ReactNode;
  readonly renderMark: (unit: Unit) => ReactNode;
  /** Null where nothing may be moved: on other days, without the right. */
  readonly onDrop: ((unit: Unit, above: Unit) => void) | null;
  readonly mayDrag: (unit: Unit) => boolean;
}

/** Lists in lists: arrows up and down go from row to row, left and right close and open. */
export function UnitTree({ tree, renderTools, renderMark, onDrop, mayDrag }: Props) {
  const t = useTexts();
  const { mayLieUnder, mayHaveChildren } = useUnitTypes();
  const [dragged, setDragged] = useState<Unit | null>(null);
  const level = (units: readonly Unit[], depth: number): ReactNode => (
    <ul className={classes.level}>
      {units.map((unit) => {
        const children = tree.isOpen(unit.id) ? tree.childrenOf(unit.id) : undefined;
        const empty = children?.length === 0;
        return (
          <li key={unit.id}>
            <TreeRow
              unit={unit}
              depth={depth}
              opened={tree.isOpen(unit.id)}
              opens={mayHaveChildren(unit.type) && !empty}
              onToggle={() => tree.toggle(unit.id)}
              mark={renderMark(unit)}
              tools={renderTools(unit)}
              drag={
                onDrop && {
                  draggable: mayDrag(unit),
                  target: dragged !== null && mayDrop(dragged, unit, mayLieUnder),
                  onStart: () => setDragged(unit),
                  onEnd: () => setDragged(null),
                  onDrop: () => dragged && onDrop(dragged, unit),
                }
              }
            />
            {tree.isOpen(unit.id) && !children && mayHaveChildren(unit.type) && <Waiting depth={depth + 1} />}
            {children && children.length > 0 && level(children, depth + 1)}
          </li>
        );
      })}
    </ul>
  );
  if (tree.loading) return <Waiting depth={0} />;
  // Said above the tree: nobody knows then whether there were units.
  if (tree.error !== null && tree.roots.length === 0) return null;
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- the keys are a shortcut between links and buttons that Tab reaches too
    <div className={classes.tree} onKeyDown={walk} data-dragging={dragged !== null || undefined}>
      {tree.roots.length === 0 && <p className={classes.none}>{t('noUnitsThen')}</p>}
      {level(tree.roots, 0)}
    </div>
  );
}

function Waiting({ depth }: { depth: number }) {
  return (
    <div className={classes.waiting} style={{ paddingLeft: `${depth * 1.5 + 2.5}rem` }} aria-hidden="true">
      <Skeleton height={14} width="40%" />
      <Skeleton height={14} width="55%" />
      <Skeleton height={14} width="35%" />
    </div>
  );
}

function walk(event: KeyboardEvent<HTMLElement>): void {
  const row = event.target instanceof HTMLElement ? event.target.closest<HTMLElement>('[data-row]') : null;
  if (!row || event.altKey || event.ctrlKey || event.metaKey) return;
  const rows = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-row]')];
  const toggle = row.querySelector<HTMLButtonElement>('[data-toggle]');
  const expanded = toggle?.getAttribute('aria-expanded');
  const at = rows.indexOf(row);
  if (event.key === 'ArrowDown') focusRow(rows[at + 1]);
  else if (event.key === 'ArrowUp') focusRow(rows[at - 1]);
  else if (event.key === 'ArrowRight' && expanded === 'false') toggle?.click();
  else if (event.key === 'ArrowLeft' && expanded === 'true') toggle?.click();
  else return;
  event.preventDefault();
}

const focusRow = (row: HTMLElement | undefined): void => row?.querySelector<HTMLElement>('a')?.focus();
