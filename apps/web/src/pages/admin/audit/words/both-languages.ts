interface Words<Key extends string> {
  readonly vi: Record<Key, string>;
  readonly en: Record<Key, string>;
}

/** The words of one area's actions. A key that one language lacks does not compile. */
export function bothLanguages<const Vi extends Record<string, string>>(
  vi: Vi,
  en: Record<keyof Vi, string>,
): Words<keyof Vi & string> {
  return { vi, en };
}
