import { Audit1763760000003 } from '../migrations/1763760000003-audit.js';
import type { Feature } from '../features.js';
import { AuditService } from './audit.service.js';

export const auditFeature: Feature = {
  controllers: [],
  providers: [AuditService],
  entities: [],
  migrations: [Audit1763760000003],
};
