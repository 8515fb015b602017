import { Command } from 'commander';
import { commands } from './commands/all.js';
import type { Context, Format } from './context.js';
import type { Say } from './language.js';
import { typedWrongly } from './typed-wrongly.js';

const titles = (say: Say): Readonly<Record<string, string>> => ({
  'Usage:': say('Cách dùng:', 'Usage:'),
  'Arguments:': say('Tham số:', 'Arguments:'),
  'Options:': say('Tuỳ chọn:', 'Options:'),
  'Commands:': say('Lệnh:', 'Commands:'),
});

const epilogue = (say: Say): string =>
  say(
    `
Biến môi trường:
  DIEMCAU_URL   địa chỉ hệ thống, ví dụ https://hop.sogddt.example (mặc định http://localhost:3000)
  DIEMCAU_KEY   khoá API dck_…; không có thì dùng phiên của «diemcau login»
  LANG          vi hoặc en

Mã thoát: 0 xong · 2 gõ sai · 3 chưa đăng nhập · 4 không có quyền · 5 không tìm thấy · 6 xung đột
          7 dữ liệu sai · 8 thử lại sau · 9 kiểm tra thấy hỏng · 1 lỗi khác

Ví dụ:
  diemcau login quan-tri
  diemcau units list -q "như xuân"
  diemcau import start hoc-sinh.xlsx --kind students --write
  diemcau people list --unit thpt-nx1 --json | jq .items[].userName
  diemcau api GET devices --all-pages --csv`,
    `
Environment:
  DIEMCAU_URL   address of the system, e.g. https://hop.sogddt.example (http://localhost:3000 unless set)
  DIEMCAU_KEY   API key dck_…; without it the session of "diemcau login"
  LANG          vi or en

Exit codes: 0 done · 2 typed wrongly · 3 not signed in · 4 not allowed · 5 not found · 6 conflict
            7 bad input · 8 try again later · 9 a check failed · 1 anything else

Examples:
  diemcau login quan-tri
  diemcau units list -q "nhu xuan"
  diemcau import start students.xlsx --kind students --write
  diemcau people list --unit thpt-nx1 --json | jq .items[].userName
  diemcau api GET devices --all-pages --csv`,
  );

/** Every command there is. @param choose told what was asked for, before the command runs */
export function programOf(context: Context, choose: (format: Format) => void): Command {
  const { say, out, err } = context;
  const words = titles(say);
  const program = new Command('diemcau')
    .description(say('Điểm Cầu từ dòng lệnh, cho người quản trị và kịch bản', 'Điểm Cầu on the command line'))
    .option('--json', say('in JSON nguyên vẹn, cho kịch bản', 'print the whole answer as JSON, for scripts'))
    .option('--csv', say('in các bảng ra CSV', 'print tables as CSV'))
    .helpOption('-h, --help', say('hướng dẫn', 'help'))
    .helpCommand(false)
    .configureHelp({ styleTitle: (title) => words[title] ?? title })
    .configureOutput({
      writeOut: (text) => out.write(text),
      writeErr: (text) => err.write(text),
      outputError: (text, write) => write(typedWrongly(text, say)),
    })
    .showHelpAfterError(say('(thêm --help để xem hướng dẫn)', '(add --help for help)'))
    .addHelpText('after', epilogue(say))
    .exitOverride()
    .hook('preAction', (_program, command) => {
      const { json, csv } = command.optsWithGlobals<{ json?: boolean; csv?: boolean }>();
      choose(json ? 'json' : csv ? 'csv' : 'text');
    });
  for (const add of commands) {
    add(program, context);
  }
  inherit(program, say);
  return program;
}

/** Commander copies settings to commands that are made later, but not the help option's words. */
function inherit(command: Command, say: Say): void {
  for (const child of command.commands) {
    child.helpOption('-h, --help', say('hướng dẫn', 'help')).helpCommand(false);
    child.option('--json', 'JSON').option('--csv', 'CSV');
    inherit(child, say);
  }
}
