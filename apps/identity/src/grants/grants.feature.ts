import type { Feature } from '../features.js';
import { Roles1763760000002 } from '../migrations/1763760000002-roles.js';
import { RightsService } from './rights.service.js';
import { RoleGrant } from './role-grant.entity.js';
import { Role } from './role.entity.js';

export const grantsFeature: Feature = {
  controllers: [],
  providers: [RightsService],
  entities: [Role, RoleGrant],
  migrations: [Roles1763760000002],
};
