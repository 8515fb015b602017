import type { DatabaseOptions } from '@diemcau/service/database/database.module';
import { Units1763750000001 } from './migrations/1763750000001-units.js';
import { Users1763750000002 } from './migrations/1763750000002-users.js';
import { Sessions1763750000003 } from './migrations/1763750000003-sessions.js';
import { Unit } from './units/unit.entity.js';
import { RoleGrant } from './users/role-grant.entity.js';
import { User } from './users/user.entity.js';

export const identityDatabase: DatabaseOptions = {
  schema: 'identity',
  entities: [Unit, User, RoleGrant],
  migrations: [Units1763750000001, Users1763750000002, Sessions1763750000003],
};
