import type { RetentionDays } from './settings.js';

/** Until when a kind of data is kept. */
export type Retention =
  /** As long as the account, until erasure. */
  | { readonly until: 'erasure' }
  /** Days that each province sets (`retentionDays.<setting>`). */
  | { readonly until: 'days'; readonly setting: keyof RetentionDays }
  /** Days that are the same everywhere. */
  | { readonly until: 'fixedDays'; readonly days: number }
  /** For good: what shows who did what, without a name once the person was erased. */
  | { readonly until: 'never' };

interface Words {
  readonly title: string;
  readonly purpose: string;
  readonly legalBasis: string;
  readonly seenBy: string;
}

export interface DataKind {
  /** The service that keeps it. */
  readonly service: 'identity' | 'meetings' | 'media';
  readonly retention: Retention;
  readonly vi: Words;
  readonly en: Words;
}
