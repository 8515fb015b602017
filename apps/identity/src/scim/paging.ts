/** RFC 7644 3.4.2.4: counted from 1; what is too small counts as the smallest, what is too much as the most. */
export function pageAsked(
  { startIndex = 1, count }: { startIndex?: number; count?: number },
  most: number,
): { from: number; count: number } {
  return { from: Math.max(1, startIndex), count: Math.min(most, Math.max(0, count ?? most)) };
}
