import { body } from '@diemcau/client/rest';
import type { ImportView } from '@diemcau/contracts/identity/imports';
import type { Command } from 'commander';
import { basename } from 'node:path';
import { download, upload } from '../access/files.js';
import { type Context, showOne } from '../context.js';
import { Exit, exitCodes } from '../exit-codes.js';
import { unitIdOf } from '../found.js';

interface StartOptions {
  readonly kind: string;
  readonly unit?: string;
  readonly write?: boolean;
}

const pauseMs = 500;

export function importCommands(program: Command, context: Context): void {
  const { say } = context;
  const imports = program
    .command('import')
    .description(say('Nhập hàng loạt từ bảng tính', 'Import from spreadsheets'));

  imports
    .command('start <file>')
    .description(
      say(
        'Gửi tệp .xlsx hoặc .csv và chạy thử; --write ghi luôn',
        'Send a .xlsx or .csv file for a dry run; --write writes too',
      ),
    )
    .requiredOption('--kind <kind>', 'staff, students, units')
    .option('--unit <unit>', say('một đơn vị của tỉnh', 'a unit of the province'))
    .option('--write', say('ghi các dòng không lỗi khi chạy thử xong', 'then write the rows without faults'))
    .action(async (file: string, { kind, unit, write = false }: StartOptions) => {
      const rest = await context.rest();
      const unitId = unit === undefined ? undefined : await unitIdOf(context, unit);
      const query = { kind, fileName: basename(file), unitId };
      const sent = await upload<ImportView>(context, 'imports', query, file);
      let view = await settled(context, sent.id);
      if (write && view.state === 'ready') {
        await rest.POST('/api/v1/imports/{importId}/start', { params: { path: { importId: view.id } } });
        view = await settled(context, view.id, 'ready');
      }
      tellImport(context, view);
    });

  imports
    .command('status <id>')
    .description(say('Tiến độ và kết quả', 'Progress and result'))
    .action(async (importId: string) => tellImport(context, await viewOf(context, importId)));

  imports
    .command('errors <id>')
    .description(
      say('Tải các dòng lỗi để sửa và gửi lại', 'Download the faulty rows, to be corrected and sent again'),
    )
    .option(
      '-o, --output <file>',
      say('tệp .csv; không có thì in ra màn hình', 'a .csv file; else the output'),
    )
    .action((importId: string, { output }: { output?: string }) =>
      download(context, `imports/${encodeURIComponent(importId)}/errors.csv`, {}, output),
    );

  imports
    .command('slips <id>')
    .description(say('Tải phiếu mật khẩu ban đầu (PDF)', 'Download the credential slips (PDF)'))
    .requiredOption('-o, --output <file>', say('tệp .pdf', 'a .pdf file'))
    .option('--unit <unit>', say('chỉ một đơn vị và cấp dưới', 'of one unit and those below it alone'))
    .action(async (importId: string, { output, unit }: { output: string; unit?: string }) => {
      const unitId = unit === undefined ? undefined : await unitIdOf(context, unit);
      await download(context, `imports/${encodeURIComponent(importId)}/slips.pdf`, { unitId }, output);
    });
}

async function viewOf(context: Context, importId: string): Promise<ImportView> {
  const rest = await context.rest();
  return body(rest.GET('/api/v1/imports/{importId}', { params: { path: { importId } } }));
}

/** Waits until the server has done its part. @param not a state that it is about to leave */
async function settled(context: Context, importId: string, not?: ImportView['state']): Promise<ImportView> {
  for (;;) {
    const view = await viewOf(context, importId);
    const { state } = view;
    const isSettled = state === 'ready' || state === 'done' || state === 'failed' || state === 'cancelled';
    if (isSettled && state !== not) return view;
    await new Promise((resolve) => setTimeout(resolve, pauseMs));
  }
}

/** @throws Exit `invalid` when the file could not be taken */
function tellImport(context: Context, view: ImportView): void {
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
