import { UnitPicker } from '../units/UnitPicker';
import classes from './table.module.css';
import type { List } from './use-list';

/** A list's filter by a unit and everything below it; the filter is called `unitId`. `<UnitFilter list={list} label=… />` */
export function UnitFilter<T>({ list, label }: { list: List<T>; label: string }) {
  return (
    <div className={classes.unitFilter}>
      <UnitPicker
        label={label}
        hideLabel
        size="sm"
        value={list.state['unitId'] ?? null}
        onChange={(unitId) => list.patch({ unitId: unitId ?? undefined })}
      />
    </div>
  );
}
