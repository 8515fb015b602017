import type { OnProgress } from '../progress.ts';

/** What each step is called, Vietnamese first. */
const TITLES: Record<string, string> = {
  machine: 'kiểm tra máy · checking the machine',
  build: 'biên dịch · building',
  worker: 'bộ chuyển tiếp hình và tiếng · mediasoup worker',
  postgres: 'PostgreSQL',
  nats: 'NATS',
  services: 'các dịch vụ · services',
  demo: 'tỉnh mẫu · demo province',
  chromium: 'Chromium',
};

const DETAIL_PAUSE_MS = 10_000;

/** Prints a tick with seconds per step; what is under way on one line of a terminal, now and then in a log. */
export function progressPrinter(out: NodeJS.WriteStream = process.stdout): OnProgress {
  let toldAt = Date.now();
  const passing = (text: string): void => {
    if (out.isTTY) out.write(`\x1b[2K\r  … ${text}\r`);
    else if (Date.now() - toldAt > DETAIL_PAUSE_MS) {
      toldAt = Date.now();
      out.write(`  … ${text}\n`);
    }
  };
  return ({ step, state, detail, ms = 0 }) => {
    const title = TITLES[step] ?? step;
    if (state === 'end') out.write(`${out.isTTY ? '\x1b[2K\r' : ''}  ✓ ${title}  ${seconds(ms)}\n`);
    else passing(detail ? `${title}: ${detail}` : title);
  };
}

export function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(1)} s`;
}
