import { registerDecorator } from 'class-validator';

const rule = (name: string, validate: (value: unknown) => boolean): PropertyDecorator =>
  function register(target, propertyName) {
    registerDecorator({
      name,
      target: target.constructor,
      propertyName: String(propertyName),
      validator: { validate },
    });
  };

const instant = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,9})?(Z|[+-]\d{2}:\d{2})$/;

/** RFC 3339 with offset; a date that does not exist (31 June) is refused. */
export const IsInstant = () =>
  rule('isInstant', (value) => {
    if (typeof value !== 'string' || !instant.test(value) || Number.isNaN(Date.parse(value))) return false;
    const [year, month, day] = value.slice(0, 10).split('-').map(Number) as [number, number, number];
    return new Date(Date.UTC(year, month - 1, day)).getUTCDate() === day;
  });

const day = /^(19|2\d)\d{2}-\d{2}-\d{2}$/;

/** `YYYY-MM-DD`; one that does not exist is refused. */
export const IsDay = () =>
  rule('isDay', (value) => {
    if (typeof value !== 'string' || !day.test(value)) return false;
    const at = new Date(`${value}T00:00:00Z`);
    return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(value);
  });

/** `2026-2027`: years of this century that follow each other. */
export const IsSchoolYear = () =>
  rule('isSchoolYear', (value) => {
    const [, from, to] = (typeof value === 'string' && /^(20\d\d)-(20\d\d)$/.exec(value)) || [];
    return from !== undefined && Number(to) === Number(from) + 1;
  });

/** An object of plain JSON values that is neither too deep nor too large; arrays and class instances at the top are refused. */
export const IsPlainData = (limit: { depth: number; items: number }) =>
  rule('isPlainData', (value) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
    let left = limit.items;
    const fits = (inner: unknown, depth: number): boolean => {
      left -= 1;
      if (left < 0 || depth > limit.depth) return false;
      if (typeof inner !== 'object' || inner === null) return true;
      return Object.entries(inner).every(([key, item]) => key !== '__proto__' && fits(item, depth + 1));
    };
    return fits(value, 0);
  });
