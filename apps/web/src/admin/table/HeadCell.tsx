import IconChevronDown from '@tabler/icons-react/dist/esm/icons/IconChevronDown.mjs';
import IconChevronUp from '@tabler/icons-react/dist/esm/icons/IconChevronUp.mjs';
import IconSelector from '@tabler/icons-react/dist/esm/icons/IconSelector.mjs';
import type { Column } from './DataTable';
import classes from './table.module.css';
import type { List } from './use-list';

/** A heading; where the server can sort, a press sorts, another turns it round. */
export function HeadCell<T>({ column, list }: { column: Column<T>; list: List<T> }) {
  const { title, sort } = column;
  if (!sort) return <th>{title}</th>;
  const current = list.state['sort'];
  const order = current === sort ? 'ascending' : current === `-${sort}` ? 'descending' : 'none';
  const Shown = { ascending: IconChevronUp, descending: IconChevronDown, none: IconSelector }[order];
  return (
    <th aria-sort={order}>
      <button
        type="button"
        className={classes.sort}
        onClick={() => list.patch({ sort: order === 'ascending' ? `-${sort}` : sort })}
      >
        {title}
        <Shown size={16} aria-hidden="true" />
      </button>
    </th>
  );
}
