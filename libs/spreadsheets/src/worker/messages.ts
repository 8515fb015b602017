import type { FaultCode, Place } from '../read/fault.js';
import type { Row } from '../read/row.js';

/** What the reading thread says. After each batch it waits to be asked for more. */
export type Said =
  | { readonly rows: readonly Row[] }
  | { readonly end: true }
  | { readonly fault: FaultCode; readonly place: Place | undefined };

export interface Given {
  readonly bytes: Uint8Array;
  readonly batchRows: number;
}
