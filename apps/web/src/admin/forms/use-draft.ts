import { useState } from 'react';

/** A form that is kept as a whole, while somebody writes in it. */
export interface Writing<S, D> {
  /** What the draft began with. */
  readonly base: S;
  readonly draft: D;
  readonly setDraft: (change: D | ((before: D) => D)) => void;
  readonly changed: boolean;
  /** Somebody else saved meanwhile, and something of one's own is unsaved: `NewerNotice` asks which of the two is meant. */
  readonly newer: boolean;
  /** Begins anew: with what was saved, or what there was before. */
  readonly begin: (from: S) => void;
  readonly takeNewer: () => void;
  readonly keepMine: () => void;
}

/**
 * The draft of something that has a version. What somebody else saves meanwhile is shown at once while nothing is written;
 * else nothing of one's own is lost unasked, and nothing of theirs overwritten unseen.
 * @param saved as fetched last; after saving set the query's data, then `begin` with the same
 * @param asSent a draft as it is compared: without the keys of its rows
 */
export function useDraft<S extends { readonly version: number }, D>(
  saved: S,
  draftOf: (of: S) => D,
  asSent: (draft: D) => unknown = (draft) => draft,
): Writing<S, D> {
  const [base, setBase] = useState(saved);
  const [draft, setDraft] = useState(() => draftOf(saved));
  const same = (one: D, other: D) => JSON.stringify(asSent(one)) === JSON.stringify(asSent(other));
  const changed = !same(draft, draftOf(base));
  const begin = (from: S) => {
    setBase(from);
    setDraft(draftOf(from));
  };
  const isOther = base.version !== saved.version;
  if (isOther && !changed) begin(saved);
  return {
    base,
    draft,
    setDraft,
    changed,
    newer: isOther && changed,
    begin,
    takeNewer: () => begin(saved),
    keepMine: () => setBase({ ...base, version: saved.version }),
  };
}
