import type { Feature } from '@diemcau/service/feature';
import { Audit1763760000003 } from '../migrations/1763760000003-audit.js';
import { AuditChain1763760702001 } from '../migrations/1763760702001-audit-chain.js';
import { AnchorJob } from './anchor.job.js';
import { AuditHandlers } from './audit.handlers.js';
import { AuditService } from './audit.service.js';
import { NotedHandlers } from './noted.handlers.js';
import { SealerService } from './sealer.service.js';
import { SearchService } from './search.service.js';

export const auditFeature: Feature = {
  controllers: [AuditHandlers, NotedHandlers],
  providers: [AuditService, SealerService, SearchService, AnchorJob],
  entities: [],
  migrations: [Audit1763760000003, AuditChain1763760702001],
};
