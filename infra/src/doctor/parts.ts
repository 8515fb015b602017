import { workerRuns } from '../../worker/cache.ts';
import { cachedWorker } from '../../worker/ensure.ts';
import { findChromium } from '../chromium/chromium.ts';
import { unprivilegedAccount } from '../machine/accounts.ts';
import { natsBinary } from '../nats/binary.ts';
import { OperatorError } from '../operator-error.ts';
import { postgresBinaries } from '../postgres/binaries.ts';
import type { Check } from './check.ts';

/** The programs that are not npm packages. */
export function parts(): Check[] {
  return [
    process.env.DATABASE_URL
      ? given('PostgreSQL', 'DATABASE_URL')
      : found('PostgreSQL', () => postgresBinaries(unprivilegedAccount())),
    process.env.NATS_URL ? given('NATS', 'NATS_URL') : found('NATS', natsBinary),
    worker(),
    {
      title: 'Chromium',
      ok: findChromium() !== undefined,
      found: findChromium() ?? 'chưa có · missing',
      mend: 'chỉ cần cho "npm test" · for "npm test" only: sudo apt-get install -y chromium',
    },
  ];
}

function worker(): Check {
  const bin = process.env.MEDIASOUP_WORKER_BIN;
  const path = bin ? (workerRuns(bin) ? bin : undefined) : cachedWorker();
  return {
    title: 'mediasoup worker',
    ok: path !== undefined,
    found: path ?? (bin ? `${bin} ✗` : 'chưa có · not yet'),
    mend: bin
      ? 'sửa hoặc bỏ MEDIASOUP_WORKER_BIN · correct or unset it'
      : '"npm start" sẽ tải hoặc dựng (khoảng 6 phút, một lần) · will fetch or build it (about 6 minutes, once)',
  };
}

function given(title: string, variable: string): Check {
  return { title, ok: true, found: `${variable}` };
}

function found(title: string, look: () => string): Check {
  try {
    return { title, ok: true, found: look() };
  } catch (error) {
    const mend = error instanceof OperatorError ? `${error.vi} · ${error.message}` : String(error);
    return { title, ok: false, found: 'chưa có · missing', mend };
  }
}
