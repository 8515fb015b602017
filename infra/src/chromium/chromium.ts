import { spawnSync } from 'node:child_process';
import { isRoot } from '../machine/accounts.ts';
import { hasApt } from '../machine/debian.ts';
import { runTool } from '../machine/tool.ts';
import { OperatorError } from '../operator-error.ts';
import { type OnProgress, step } from '../progress.ts';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'];

/** The browser for the tests and the pictures: `CHROMIUM_BIN`, the system's, else Debian's package, installed. */
export function ensureChromium(onProgress: OnProgress): Promise<string> {
  return step(onProgress, 'chromium', async (detail) => {
    const found = findChromium();
    if (found) return found;
    const reason = await install(detail);
    return findChromium() ?? missing(reason);
  });
}

export function findChromium(): string | undefined {
  const given = process.env.CHROMIUM_BIN;
  if (given) return given;
  for (const name of NAMES) {
    const asked = spawnSync('sh', ['-c', `command -v ${name}`], { encoding: 'utf8' });
    if (asked.status === 0) return asked.stdout.trim();
  }
  return undefined;
}

/** Returns why it was not possible, as far as that is known. */
async function install(detail: (text: string) => void): Promise<string> {
  if (!hasApt) return 'no apt';
  const sudo = isRoot ? [] : ['sudo', '-n'];
  const [program = '', ...args] = [
    ...sudo,
    'apt-get',
    '-o',
    'DPkg::Lock::Timeout=300',
    '-y',
    '--no-install-recommends',
  ];
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  let last = '';
  const onLine = (line: string): void => {
    last = line;
    detail(line.slice(0, 80));
  };
  for (const work of [['update'], ['install', 'chromium']]) {
    const code = await runTool(program, [...args, ...work], { env, onLine }).catch(() => 1);
    if (code !== 0) return last;
  }
  return '';
}

function missing(reason: string): never {
  const why = reason ? ` (${reason})` : '';
  throw new OperatorError({
    vi: `Không có Chromium${why}: hãy chạy "sudo apt-get install -y chromium", hoặc đặt CHROMIUM_BIN tới trình duyệt của bạn.`,
    en: `There is no Chromium${why}: run "sudo apt-get install -y chromium", or set CHROMIUM_BIN to your browser.`,
  });
}
