import type { Language } from '../../../i18n/language';

const step = 1024;

/** How large a file is, to be read by people: `512 B`, `180 KB`, `1,4 MB`, in English `1.4 MB`. @param bytes at most some megabytes */
export function sizeOf(bytes: number, language: Language): string {
  if (bytes < step) return `${bytes} B`;
  if (bytes < step * step) return `${Math.round(bytes / step)} KB`;
  const megabytes = (bytes / step / step).toFixed(1);
  return `${language === 'vi' ? megabytes.replace('.', ',') : megabytes} MB`;
}
