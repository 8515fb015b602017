/** One passage of somebody through the door of a room. */
export interface Passage {
  readonly entered: boolean;
  /** Milliseconds since the epoch. */
  readonly at: number;
}
/** Half-open, `until` null while it goes on; milliseconds since the epoch. */
export interface Span {
  readonly from: number;
  readonly until: number | null;
}
/** While presence counts; `until` null while the meeting is live. */
export type Live = Span;

/**
 * When somebody was there: from each coming to the next going, cut to the live time. Coming twice without going is one stay
 * (another name, another role, a seat taken over), so that stays of one identity never overlap (I19). A node that died says
 * no going: whoever is not heard of again stayed until the end.
 */
export function staysOf(passages: readonly Passage[], live: Live): Span[] {
  const stays: Span[] = [];
  let from: number | null = null;
  // At one instant going comes first: who goes and comes at once is there.
  const inOrder = passages.toSorted((a, b) => a.at - b.at || Number(a.entered) - Number(b.entered));
  for (const { entered, at } of inOrder) {
    if (entered) from ??= at;
    else if (from !== null) {
      stays.push({ from, until: at });
      from = null;
    }
  }
  if (from !== null) stays.push({ from, until: null });
  return merged(stays.flatMap((stay) => within(stay, live)));
}

/** The time in which at least one of them was there, in spans that neither overlap nor touch. */
export function merged(spans: readonly Span[]): Span[] {
  const whole: Span[] = [];
  for (const span of spans.toSorted((a, b) => a.from - b.from)) {
    const last = whole.at(-1);
    if (last && (last.until === null || last.until >= span.from)) {
      const until = last.until === null || span.until === null ? null : Math.max(last.until, span.until);
      whole[whole.length - 1] = { from: last.from, until };
    } else whole.push(span);
  }
  return whole;
}

/** @param nowMs the end of what goes on */
export const secondsOf = (spans: readonly Span[], nowMs: number): number =>
  Math.round(spans.reduce((sum, { from, until }) => sum + Math.max(0, (until ?? nowMs) - from), 0) / 1000);

function within({ from, until }: Span, live: Live): Span[] {
  const begin = Math.max(from, live.from);
  const end = until === null ? live.until : live.until === null ? until : Math.min(until, live.until);
  return end === null || end > begin ? [{ from: begin, until: end }] : [];
}
