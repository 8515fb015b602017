import type { DatabaseOptions } from '@diemcau/service/database/database.module';
import { features } from './features.js';

export const meetingsDatabase: DatabaseOptions = {
  schema: 'meetings',
  entities: features.flatMap(({ entities }) => entities),
  migrations: features.flatMap(({ migrations }) => migrations),
};
