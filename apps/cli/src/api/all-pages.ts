import type { Context } from '../context.js';
import { Exit, exitCodes } from '../exit-codes.js';
import { apiCall, type Call } from './call.js';

interface Page {
  readonly items: unknown[];
  readonly nextCursor?: string | null;
}

const isPage = (answer: unknown): answer is Page =>
  typeof answer === 'object' && answer !== null && 'items' in answer && Array.isArray(answer.items);

/** Every page of a list, as one. @throws Exit `usage` for a route that gives no list */
export async function allPages(context: Context, call: Call): Promise<{ items: unknown[] }> {
  const items: unknown[] = [];
  let cursor: string | null | undefined;
  do {
    const response = await apiCall(context, call, { limit: '200', ...(cursor && { cursor }) });
    const page: unknown = await response.json();
    if (call.method !== 'GET' || !isPage(page)) {
      throw new Exit(
        exitCodes.usage,
        context.say('Đường dẫn này không trả về danh sách.', 'This route gives no list.'),
      );
    }
    items.push(...page.items);
    cursor = page.nextCursor;
  } while (cursor);
  return { items };
}
