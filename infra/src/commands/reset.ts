import { existsSync, realpathSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { dataDir, isDataDir } from '../machine/folders.ts';
import { OperatorError } from '../operator-error.ts';
import { RunFile } from '../processes/run-file.ts';
import { command } from '../terminal/command.ts';

/** `npm run reset [-- --yes]`: deletes all data of this installation, and nothing that is not marked as ours. */
await command(async (args) => {
  const folder = dataDir();
  if (!existsSync(folder)) {
    process.stdout.write(`Không có dữ liệu · no data: ${folder}\n`);
    return;
  }
  if (!isDataDir(folder)) throw notOurs(folder);
  if (!args.includes('--yes') && !(await confirmed(folder))) {
    process.stdout.write('Đã giữ nguyên · nothing was deleted\n');
    return;
  }
  await new RunFile(folder).takeOver();
  // Its database may lie elsewhere, behind a link, where PostgreSQL's account can reach it.
  const database = join(folder, 'postgres');
  if (existsSync(database)) rmSync(realpathSync(database), { recursive: true, force: true });
  rmSync(folder, { recursive: true, force: true });
  process.stdout.write(`✓ Đã xoá · deleted: ${folder}\n`);
});

async function confirmed(folder: string): Promise<boolean> {
  if (!process.stdin.isTTY) {
    throw new OperatorError({
      vi: 'Lệnh này xoá toàn bộ dữ liệu: ngoài cửa sổ lệnh, hãy chạy "npm run reset -- --yes".',
      en: 'This deletes all data: outside a terminal run "npm run reset -- --yes".',
    });
  }
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  const answer = await terminal.question(
    `Xoá TOÀN BỘ dữ liệu trong ${folder}? Gõ "xoa" để xoá.\nDelete ALL data? Type "delete" to delete: `,
  );
  terminal.close();
  return ['xoa', 'xoá', 'delete'].includes(answer.trim().toLowerCase());
}

function notOurs(folder: string): OperatorError {
  return new OperatorError({
    vi: `${folder} không phải thư mục dữ liệu của Điểm Cầu: không xoá gì.`,
    en: `${folder} is not a data folder of Điểm Cầu: nothing was deleted.`,
  });
}
