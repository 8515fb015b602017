import { BulkAuditService } from '../audit/bulk-audit.service.js';
import type { Feature } from '@diemcau/service/feature';
import { Imports1763760301001 } from '../migrations/1763760301001-imports.js';
import { ActorsService } from './actors.service.js';
import { DryRunService } from './dry-run.service.js';
import { ImportFilesService } from './import-files.service.js';
import { ImportRowsService } from './import-rows.service.js';
import { ImportsHandlers } from './imports.handlers.js';
import { ImportsRunner } from './imports.runner.js';
import { ImportsService } from './imports.service.js';
import { StaffKind } from './kinds/staff.kind.js';
import { StudentsKind } from './kinds/students.kind.js';
import { UnitsKind } from './kinds/units.kind.js';
import { KindsService } from './kinds.service.js';
import { PeopleWriterService } from './people/people-writer.service.js';
import { ImportsPurgeJob } from './purge.job.js';
import { SlipsService } from './slips.service.js';
import { UnitWriterService } from './units/unit-writer.service.js';
import { WritingService } from './writing.service.js';

export const importsFeature: Feature = {
  controllers: [ImportsHandlers],
  providers: [
    BulkAuditService,
    PeopleWriterService,
    UnitWriterService,
    StaffKind,
    StudentsKind,
    UnitsKind,
    KindsService,
    ActorsService,
    DryRunService,
    WritingService,
    ImportsRunner,
    ImportFilesService,
    ImportsService,
    ImportRowsService,
    SlipsService,
    ImportsPurgeJob,
  ],
  entities: [],
  migrations: [Imports1763760301001],
};
