import type { DatabaseOptions } from '@diemcau/service/database/database.module';
import { features } from './features.js';

export const identityDatabase: DatabaseOptions = {
  schema: 'identity',
  entities: features.flatMap(({ entities }) => entities),
  migrations: features.flatMap(({ migrations }) => migrations),
};
