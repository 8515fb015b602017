const dayMs = 86_400_000;
/** Serial 60 is 29 February 1900, which never was; from 61 on day 0 is this one. */
const dayZero = Date.UTC(1899, 11, 30);
/** Days between the two ways of counting. */
const macintosh = 1462;
/** 9999-12-31 */
const lastSerial = 2_958_465;

/** How a cell shows a number. */
export type Shown = 'plain' | 'date' | { readonly digits: number };

/** Formats that every workbook has without saying so (ECMA-376 18.8.30, East Asian ones included). */
const isBuiltInDate = (id: number): boolean =>
  (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58);

/** @param code of a format the workbook defines itself */
export function shownBy(id: number, code: string | undefined): Shown {
  if (code === undefined) return isBuiltInDate(id) ? 'date' : 'plain';
  const bare = code.replace(/"[^"]*"|\\.|\[[^\]]*\]|_.|\*./g, '').split(';')[0] ?? '';
  if (/[dyhs]|m/i.test(bare) && !/general|[0#?]/i.test(bare.replace(/\.0+/g, ''))) return 'date';
  const digits = /^[0#][0# .\-()]*$/.test(bare) ? bare.replace(/[^0]/g, '').length : 0;
  return digits > 1 && !bare.includes('.') ? { digits } : 'plain';
}

/** The text of a stored number, as people see it: never with an exponent, dates as `YYYY-MM-DD`. */
export function numberText(stored: string, shown: Shown, date1904: boolean): string {
  const value = Number(stored);
  if (!Number.isFinite(value)) return stored;
  if (shown === 'date') return dateText(value + (date1904 ? macintosh : 0)) ?? plain(value);
  return shown === 'plain' ? plain(value) : plain(value).padStart(shown.digits, '0');
}

function plain(value: number): string {
  if (Number.isInteger(value)) return BigInt(value).toString();
  // Spreadsheets count with 15 digits; the 16th and 17th are noise of the binary form.
  const text = String(Number(value.toPrecision(15)));
  return text.includes('e') ? value.toFixed(15).replace(/0+$/, '') : text;
}

function dateText(serial: number): string | null {
  if (serial < 0 || serial > lastSerial) return null;
  const days = Math.floor(serial);
  const at = new Date(dayZero + Math.round(((serial < 60 ? serial + 1 : serial) * dayMs) / 1000) * 1000);
  const iso = at.toISOString();
  if (days === 0) return iso.slice(11, 19);
  return serial === days ? iso.slice(0, 10) : `${iso.slice(0, 10)} ${iso.slice(11, 19)}`;
}
