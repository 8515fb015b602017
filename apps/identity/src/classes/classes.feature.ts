import type { Feature } from '@diemcau/service/feature';
import { Classes1763760501001 } from '../migrations/1763760501001-classes.js';
import { ClassPlacesService } from './class-places.service.js';
import { ClassesHandlers } from './classes.handlers.js';
import { ClassesService } from './classes.service.js';
import { ClassMakingService } from './making.service.js';
import { MembersService } from './members.service.js';
import { PromotingService } from './promoting.service.js';

export const classesFeature: Feature = {
  controllers: [ClassesHandlers],
  providers: [ClassPlacesService, ClassesService, ClassMakingService, MembersService, PromotingService],
  entities: [],
  migrations: [Classes1763760501001],
};
