import { dataSourceOptions } from '@diemcau/service/database/database.module';
import { Logger } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { identityDatabase } from '../../database.js';
import { anchorOf, wordsOf } from './findings.js';
import { verifyAudit } from './verify.js';

const shown = 100;

/**
 * Is the audit log as it was written? Exit code 0 when it is, 1 when it is not or cannot be read. Reads DATABASE_URL; each
 * argument is a head noted elsewhere.
 */
async function main(noted: readonly string[]): Promise<number> {
  const anchors = noted.map(anchorOf);
  Logger.overrideLogger(false);
  // Not migrated: what is verified is left as it is.
  const database = await new DataSource(dataSourceOptions(identityDatabase)).initialize().catch(unreached);
  try {
    const startedAt = performance.now();
    const { entries, head, findings } = await verifyAudit(database, anchors);
    const seconds = (performance.now() - startedAt) / 1000;
    for (const finding of findings.slice(0, shown)) process.stdout.write(`✗ ${wordsOf(finding)}\n`);
    if (findings.length > shown) process.stdout.write(`… ${findings.length - shown} ✗\n`);
    const perSecond = Math.round(entries / Math.max(seconds, 0.001));
    process.stdout.write(
      `${findings.length === 0 ? '✓' : '✗'} ${entries} mục · entries, ${seconds.toFixed(1)} s, ${perSecond}/s\n` +
        `  mốc để ghi lại nơi khác · head, to be noted elsewhere: ${head.position}:${head.hash}\n`,
    );
    return findings.length === 0 ? 0 : 1;
  } finally {
    await database.destroy();
  }
}

/** Of a connection refused at several addresses Node says a code alone. */
function unreached(error: unknown): never {
  const why = error instanceof Error ? error.message || ('code' in error && String(error.code)) : error;
  throw new Error(
    `Không nối được cơ sở dữ liệu, hãy kiểm tra DATABASE_URL · The database cannot be reached, please check DATABASE_URL: ${why}`,
  );
}

process.exitCode = await main(process.argv.slice(2)).catch((error: unknown) => {
  const message = error instanceof Error ? error.message : String(error);
  process.stderr.write(`✗ ${message}\n`);
  return 1;
});
