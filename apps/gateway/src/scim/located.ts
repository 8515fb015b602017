const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Identity does not know under which address it is reached: locations become whole here. @param base `https://…/scim/v2` */
export function located(body: Record<string, unknown>, base: string): Record<string, unknown> {
  const { meta, Resources: list } = body;
  const isPartial = isObject(meta) && typeof meta['location'] === 'string';
  return {
    ...body,
    ...(isPartial && { meta: { ...meta, location: `${base}/${String(meta['location'])}` } }),
    ...(Array.isArray(list) && {
      Resources: list.map((item: unknown) => (isObject(item) ? located(item, base) : item)),
    }),
  };
}
