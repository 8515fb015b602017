import type { Feature } from '@diemcau/service/feature';
import { Roles1763760000002 } from '../migrations/1763760000002-roles.js';
import { GrantsValidAtOnce1763760730002 } from '../migrations/1763760730002-grants-valid-at-once.js';
import { RecoveredAdmins1763780000001 } from '../migrations/1763780000001-recovered-admins.js';
import { DelegatingService } from './delegating.service.js';
import { GivingService } from './giving.service.js';
import { GrantsHandlers } from './grants.handlers.js';
import { GrantsService } from './grants.service.js';
import { RightsService } from './rights.service.js';
import { RoleGrant } from './role-grant.entity.js';
import { Role } from './role.entity.js';
import { RolesHandlers } from './roles.handlers.js';
import { RolesService } from './roles.service.js';

export const grantsFeature: Feature = {
  controllers: [RolesHandlers, GrantsHandlers],
  providers: [RightsService, RolesService, GrantsService, GivingService, DelegatingService],
  entities: [Role, RoleGrant],
  migrations: [Roles1763760000002, GrantsValidAtOnce1763760730002, RecoveredAdmins1763780000001],
};
