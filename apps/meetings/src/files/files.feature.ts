import { loadConfig } from '@diemcau/service/config/config';
import type { Feature } from '@diemcau/service/feature';
import { Files1763770600001 } from '../migrations/1763770600001-files.js';
import { FileStore } from './file-store.js';
import { FilePurgeJob } from './purge.job.js';
import { checkFilesConfig, FilesConfig } from './files.config.js';
import { FilesHandlers } from './files.handlers.js';
import { FilesService } from './files.service.js';
import { FolderStore } from './folder.store.js';
import { FileReadingService } from './reading.service.js';
import { S3Store } from './s3.store.js';
import { FileTakingService } from './taking.service.js';

function storeOf(config: FilesConfig): FileStore {
  checkFilesConfig(config);
  return config.bucket === '' ? new FolderStore(config.folder) : new S3Store(config);
}

export const filesFeature: Feature = {
  controllers: [FilesHandlers],
  providers: [
    { provide: FileStore, useFactory: () => storeOf(loadConfig(FilesConfig)) },
    FilesService,
    FileTakingService,
    FileReadingService,
    FilePurgeJob,
  ],
  entities: [],
  migrations: [Files1763770600001],
};
