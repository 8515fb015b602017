import { body } from '@diemcau/client/rest';
import type { ImportView } from '@diemcau/contracts/identity/imports';
import { type Context, showOne } from '../context.js';
import { Exit, exitCodes } from '../exit-codes.js';

const pauseMs = 500;

export async function viewOf(context: Context, importId: string): Promise<ImportView> {
  const rest = await context.rest();
  return body(rest.GET('/api/v1/imports/{importId}', { params: { path: { importId } } }));
}

/** Waits until the server has done its part. @param not a state that it is about to leave */
export async function settled(
  context: Context,
  importId: string,
  not?: ImportView['state'],
): Promise<ImportView> {
  for (;;) {
    const view = await viewOf(context, importId);
    const { state } = view;
    const isSettled = state === 'ready' || state === 'done' || state === 'failed' || state === 'cancelled';
    if (isSettled && state !== not) return view;
    await new Promise((resolve) => setTimeout(resolve, pauseMs));
  }
}

/** @throws Exit `invalid` when the file could not be taken */
export function tellImport(context: Context, view: ImportView): void {
  const { say, language } = context;
  const { id, state, counts, done, of, fault, slips } = view;
  showOne(context, view, [
    ['Id', id],
    [say('Trạng thái', 'State'), state],
    [say('Đã xử lý', 'Done'), of === null ? done : `${done}/${of}`],
    [say('Tạo mới', 'Create'), counts.create],
    [say('Thay đổi', 'Change'), counts.change],
    [say('Giữ nguyên', 'Unchanged'), counts.unchanged],
    [say('Lỗi', 'Errors'), counts.error],
    [say('Phiếu in được', 'Slips'), slips],
  ]);
  if (fault) throw new Exit(exitCodes.invalid, fault.message[language]);
}
