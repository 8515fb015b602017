export interface Page<Item> {
  readonly items: Item[];
  /** Null after the last one. */
  readonly nextCursor: string | null;
}

/** The largest page the server gives. */
const most = 200;

/** As many as are wanted, asking for page after page. */
export async function pages<Item>(
  wanted: number,
  ask: (page: { limit: number; cursor?: string }) => Promise<Page<Item>>,
): Promise<Item[]> {
  const items: Item[] = [];
  let cursor: string | null | undefined;
  while (items.length < wanted && cursor !== null) {
    const limit = Math.min(most, wanted - items.length);
    const page: Page<Item> = await ask({ limit, ...(cursor !== undefined && { cursor }) });
    items.push(...page.items);
    cursor = page.nextCursor;
  }
  return items;
}
