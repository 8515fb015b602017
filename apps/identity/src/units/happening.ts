import type { Place } from './place.js';

interface Dated {
  readonly effectiveOn: string;
}
interface Below {
  /** Where units below go that are not named singly. */
  readonly childrenTo?: string;
  /** By the unit that goes: its new parent. */
  readonly moves: ReadonlyMap<string, string>;
}
export interface PartOf extends Place {
  readonly name: string;
  readonly code: string;
  readonly childIds: readonly string[];
}

export interface Found extends Dated {
  readonly kind: 'found';
  readonly name: string;
  readonly code: string;
  readonly type: string;
  readonly parentId: string | null;
}
export interface Rename extends Dated {
  readonly kind: 'rename';
  readonly unitId: string;
  readonly name?: string;
  readonly code?: string;
}
export interface Correct extends Dated {
  readonly kind: 'correct';
  readonly unitId: string;
  readonly name?: string;
  readonly code?: string;
  readonly type?: string;
}
export interface Move extends Dated {
  readonly kind: 'move';
  readonly unitId: string;
  readonly parentId: string;
  readonly codeSuffix?: string;
}
export interface Merge extends Dated, Below {
  readonly kind: 'merge';
  readonly unitId: string;
  readonly intoId: string;
  readonly name?: string;
  readonly code?: string;
  readonly codeSuffix?: string;
}
export interface Split extends Dated, Below {
  readonly kind: 'split';
  readonly unitId: string;
  readonly parts: readonly PartOf[];
  readonly goesOn: boolean;
  readonly peopleToPart: number;
}
export interface Close extends Dated, Below {
  readonly kind: 'close';
  readonly unitId: string;
  readonly peopleTo?: string;
  readonly alsoClose: ReadonlySet<string>;
}

/** An event with all its kind needs, and nothing else. */
export type Happening = Found | Rename | Correct | Move | Merge | Split | Close;
