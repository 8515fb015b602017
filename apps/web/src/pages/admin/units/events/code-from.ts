import { withoutAccents } from '../../../../i18n/without-accents';

/** A code from a name: `Trường THPT Như Xuân 2` → `truong-thpt-nhu-xuan-2`. */
export const codeFrom = (name: string): string =>
  withoutAccents(name)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 60);
