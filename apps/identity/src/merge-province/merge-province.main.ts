import { Failure } from '@diemcau/contracts/core/failure';
import { ConfigError } from '@diemcau/service/config/config';
import { openDatabase } from '@diemcau/service/database/database.module';
import { Logger } from '@nestjs/common';
import type { DataSource } from 'typeorm';
import { identityDatabase } from '../database.js';
import { type Asked, askedBy } from './asked.js';
import { ProvinceMerger } from './merging.js';
import { MergeRefused } from './refused.js';
import { cancelledText, mergedText, plannedText, previewText, refusalText } from './told.js';

async function answer(database: DataSource, asked: Asked): Promise<string> {
  const merger = new ProvinceMerger(database);
  switch (asked.act) {
    case 'preview':
      return previewText(await merger.preview(asked.merge), asked.merge);
    case 'merge':
      return mergedText(await merger.merge(asked.merge));
    case 'cancel':
      return asked.isSure
        ? cancelledText(await merger.cancel(asked.from))
        : plannedText(await merger.planned(asked.from));
  }
}

async function main(): Promise<void> {
  const asked = askedBy(process.argv.slice(2));
  Logger.overrideLogger(false);
  const database = await openDatabase(identityDatabase);
  try {
    process.stdout.write(
      await answer(database, asked).catch(async (error: unknown) => {
        if (error instanceof Failure) throw new MergeRefused(await refusalText(database, error), '');
        throw error;
      }),
    );
  } finally {
    await database.destroy();
  }
}

await main().catch((error: unknown) => {
  const expected = error instanceof ConfigError || error instanceof MergeRefused;
  process.stderr.write(`${expected ? error.message.trim() : String(error)}\n`);
  process.exitCode = 1;
});
