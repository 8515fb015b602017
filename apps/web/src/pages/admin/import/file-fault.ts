/** What the server takes at most, in bytes (`importMaxBytes`); said before anything is sent. */
export const maxBytes = 30 * 1024 * 1024;

export type FileFault = 'oldExcel' | 'macros' | 'kind' | 'size' | 'empty';

/** What is plainly wrong with a file before it is sent; null when it may be tried. The server looks into it. */
export function faultOfFile({ name, size }: Pick<File, 'name' | 'size'>): FileFault | null {
  const ending = /\.[^.]*$/.exec(name.toLowerCase())?.[0] ?? '';
  if (ending === '.xls') return 'oldExcel';
  if (ending === '.xlsm' || ending === '.xlsb') return 'macros';
  if (ending !== '.xlsx' && ending !== '.csv') return 'kind';
  if (size === 0) return 'empty';
  return size > maxBytes ? 'size' : null;
}
