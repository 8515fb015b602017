/** What is wrong, and where. Positions are those of the chain. */
export type Finding =
  /** A field of the entry, or its place in the chain, was changed. */
  | { readonly kind: 'changed'; readonly position: number; readonly entryId: string }
  /** The chain knows of an entry that the log has not. */
  | { readonly kind: 'deleted'; readonly position: number; readonly entryId: string }
  /** Positions are missing. */
  | { readonly kind: 'gap'; readonly from: number; readonly to: number }
  /** In the log and not in the chain, although the time to be sealed is over. */
  | { readonly kind: 'unsealed'; readonly entryId: string; readonly at: string }
  /** Says it is much older than what was sealed before it. */
  | { readonly kind: 'backdated'; readonly position: number; readonly entryId: string; readonly at: string }
  /** The chain has another hash there than was noted. */
  | { readonly kind: 'replaced'; readonly position: number }
  /** The chain ends before a head that was noted. */
  | { readonly kind: 'cutOff'; readonly position: number; readonly end: number };

/** A head that was noted at some time. */
export interface Anchor {
  readonly position: number;
  /** Hexadecimal. */
  readonly hash: string;
}

/** @throws Error when it is not `<position>:<64 hexadecimal digits>` */
export function anchorOf(text: string): Anchor {
  const [, position, hash] = /^(\d{1,15}):([0-9a-f]{64})$/i.exec(text.trim()) ?? [];
  if (!position || !hash) throw new Error(`"${text}" is not <position>:<64 hexadecimal digits>`);
  return { position: Number(position), hash: hash.toLowerCase() };
}

export function wordsOf(finding: Finding): string {
  switch (finding.kind) {
    case 'changed':
      return `vị trí ${finding.position}, mục ${finding.entryId}: nội dung đã bị sửa · was changed`;
    case 'deleted':
      return `vị trí ${finding.position}, mục ${finding.entryId}: đã bị xoá khỏi nhật ký · was deleted from the log`;
    case 'gap':
      return `vị trí ${finding.from}–${finding.to}: chuỗi bị khuyết · missing from the chain`;
    case 'unsealed':
      return `mục ${finding.entryId} (${finding.at}): có trong nhật ký mà không có trong chuỗi · in the log but not in the chain`;
    case 'backdated':
      return `vị trí ${finding.position}, mục ${finding.entryId}: đề lùi ngày ${finding.at} · dated back`;
    case 'replaced':
      return `vị trí ${finding.position}: chuỗi đã bị thay so với mốc đã ghi · differs from the head that was noted`;
    case 'cutOff':
      return `chuỗi kết thúc ở ${finding.end}, trước mốc đã ghi ${finding.position} · ends before a head that was noted`;
  }
}
