import { Failure } from '@diemcau/contracts/core/failure';
import { scimErrors } from '@diemcau/contracts/identity/scim';
import { type Compare, type Filter, parse } from 'scim2-parse-filter';

/** How one attribute is compared. */
export interface Column {
  /** Of `member` a condition, with `?` for the id. */
  readonly sql: string;
  /** `text` whatever the case, `exact` as it is (RFC 7643: ids and codes). */
  readonly as: 'text' | 'exact' | 'flag' | 'instant' | 'id' | 'member';
}
/** By attribute name in small letters, without the core schema's URN. */
export type Columns = Readonly<Record<string, Column>>;

export interface Condition {
  readonly sql: string;
  /** `$first`, `$first + 1` … */
  readonly values: readonly unknown[];
}

const coreUrn = /^urn:ietf:params:scim:schemas:core:2\.0:(?:user|group):/;
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const refuse = (why: string): never => {
  throw new Failure(scimErrors.invalidFilter, { why });
};

/**
 * A filter of RFC 7644 3.4.2.2 as a condition on columns.
 * @param first number of the first placeholder
 * @throws Failure `scim.invalidFilter`
 */
export function conditionOf(filter: string | undefined, columns: Columns, first: number): Condition {
  if (filter === undefined) return { sql: 'true', values: [] };
  const values: unknown[] = [];
  const hold = (value: unknown): string => `$${first + values.push(value) - 1}`;
  return { sql: sqlOf(parsed(filter), '', columns, hold), values };
}

function parsed(filter: string): Filter {
  try {
    return parse(filter);
  } catch (error) {
    return refuse(error instanceof Error ? error.message : 'unreadable');
  }
}

type Hold = (value: unknown) => string;

function sqlOf(filter: Filter, above: string, columns: Columns, hold: Hold): string {
  const inner = (one: Filter): string => sqlOf(one, above, columns, hold);
  switch (filter.op) {
    case 'and':
    case 'or':
      return `(${filter.filters.map(inner).join(filter.op === 'and' ? ' AND ' : ' OR ')})`;
    case 'not':
      return `NOT ${inner(filter.filter)}`;
    case '[]':
      return sqlOf(filter.valFilter, `${filter.attrPath}.`, columns, hold);
    case 'pr': {
      const { sql, as } = columnOf(above + filter.attrPath, columns);
      if (as === 'member') return refuse(filter.attrPath);
      return as === 'text' || as === 'exact' ? `(coalesce(${sql}, '') <> '')` : `(${sql} IS NOT NULL)`;
    }
    default:
      return `coalesce(${comparison(filter, above, columns, hold)}, false)`;
  }
}

function columnOf(path: string, columns: Columns): Column {
  const name = path.toLowerCase().replace(coreUrn, '');
  return columns[name] ?? refuse(`${path} cannot be searched`);
}

const orders: Readonly<Record<string, string>> = { gt: '>', ge: '>=', lt: '<', le: '<=' };

function comparison(filter: Compare, above: string, columns: Columns, hold: Hold): string {
  const { op, attrPath, compValue } = filter;
  // All addresses and numbers that are kept are those of work.
  if (above !== '' && /^(type|primary)$/i.test(attrPath)) return op === 'eq' ? 'true' : refuse(attrPath);
  const { sql, as } = columnOf(above + attrPath, columns);
  if (compValue === null) return op === 'eq' ? `(${sql} IS NULL)` : refuse('null');
  if (as === 'flag') return flag(sql, op, compValue, hold);
  if (typeof compValue !== 'string') return refuse(`${attrPath} is text`);
  if (compValue.includes('\0')) return refuse('control characters');
  if (as === 'instant') return instant(sql, op, compValue, hold);
  if (as === 'id' || as === 'member') {
    if (op !== 'eq') return refuse(`${attrPath} ${op}`);
    if (!uuid.test(compValue)) return 'false';
    const id = `${hold(compValue)}::uuid`;
    return as === 'id' ? `(${sql} = ${id})` : sql.replace('?', id);
  }
  return text(
    as === 'text' ? `lower(${sql})` : sql,
    op,
    as === 'text' ? lowered(hold(compValue)) : hold(compValue),
  );
}

const lowered = (placeholder: string): string => `lower(${placeholder}::text)`;

function text(sql: string, op: Compare['op'], value: string): string {
  switch (op) {
    case 'eq':
      return `(${sql} = ${value})`;
    case 'ne':
      return `(${sql} IS DISTINCT FROM ${value})`;
    case 'co':
      return `(strpos(${sql}, ${value}) > 0)`;
    case 'sw':
      return `starts_with(${sql}, ${value})`;
    case 'ew':
      return `(right(${sql}, length(${value})) = ${value})`;
    default:
      return `(${sql} ${orders[op] ?? refuse(op)} ${value})`;
  }
}

function flag(sql: string, op: Compare['op'], value: unknown, hold: Hold): string {
  // Entra writes "True" where the standard has true.
  const wanted = typeof value === 'string' ? value.toLowerCase() === 'true' : value;
  if (typeof wanted !== 'boolean' || (op !== 'eq' && op !== 'ne')) return refuse(op);
  return `(${sql} = ${hold(op === 'eq' ? wanted : !wanted)})`;
}

function instant(sql: string, op: Compare['op'], value: string, hold: Hold): string {
  if (Number.isNaN(Date.parse(value))) return refuse(`${value} is no time`);
  const order = op === 'eq' ? '=' : (orders[op] ?? refuse(op));
  return `(${sql} ${order} ${hold(new Date(value).toISOString())}::timestamptz)`;
}
