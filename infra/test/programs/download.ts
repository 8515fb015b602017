// Downloads the prebuilt worker into the cache that the environment names and prints its path, or `none`.
import { downloadWorker } from '../../worker/download.ts';

process.stdout.write(`${(await downloadWorker(() => undefined)) ?? 'none'}\n`);
