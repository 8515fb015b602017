import type { Feature } from '../features.js';
import { Users1763750000002 } from '../migrations/1763750000002-users.js';
import { People1763760000001 } from '../migrations/1763760000001-people.js';
import { PasswordsService } from './passwords.service.js';
import { User } from './user.entity.js';
import { UsersHandlers } from './users.handlers.js';
import { UsersService } from './users.service.js';

export const usersFeature: Feature = {
  controllers: [UsersHandlers],
  providers: [UsersService, PasswordsService],
  entities: [User],
  migrations: [Users1763750000002, People1763760000001],
};
