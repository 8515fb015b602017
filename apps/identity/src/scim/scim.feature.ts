import type { Feature } from '@diemcau/service/feature';
import { Scim1763760602001 } from '../migrations/1763760602001-scim.js';
import { ClassRowsService } from './class-rows.service.js';
import { ScimClassesService } from './classes.service.js';
import { LinksService } from './links.service.js';
import { ScimPeopleService } from './people.service.js';
import { PersonRowsService } from './person-rows.service.js';
import { ScimHandlers } from './scim.handlers.js';

export const scimFeature: Feature = {
  controllers: [ScimHandlers],
  providers: [LinksService, PersonRowsService, ClassRowsService, ScimPeopleService, ScimClassesService],
  entities: [],
  migrations: [Scim1763760602001],
};
