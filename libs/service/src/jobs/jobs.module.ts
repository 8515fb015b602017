import { Global, Module } from '@nestjs/common';
import { Jobs } from './jobs.js';

/** Needs {@link DatabaseModule}. */
@Global()
@Module({ providers: [Jobs], exports: [Jobs] })
export class JobsModule {}
