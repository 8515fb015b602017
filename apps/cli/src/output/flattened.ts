/** The fields of a thing below each other, `retentionDays.audit` for one inside another; lists in one line. */
export function flattened(thing: object, before = ''): { name: string; value: unknown }[] {
  return Object.entries(thing).flatMap(([key, value]: [string, unknown]) => {
    const name = `${before}${key}`;
    if (typeof value !== 'object' || value === null) return [{ name, value }];
    if (!Array.isArray(value)) return flattened(value, `${name}.`);
    const plain = value.every((one) => typeof one !== 'object');
    return [{ name, value: plain ? value.join(' ') : JSON.stringify(value) }];
  });
}
