import type { Feature } from '@diemcau/service/feature';
import { Attendance1763770500003 } from '../migrations/1763770500003-attendance.js';
import { AttendanceHandlers } from './attendance.handlers.js';
import { AttendanceService } from './attendance.service.js';
import { DeclaringService } from './declaring.service.js';
import { PassagesHandlers } from './passages.handlers.js';
import { MeetingSitesService } from './meeting-sites.service.js';
import { PeopleService } from './people.service.js';

export const attendanceFeature: Feature = {
  controllers: [AttendanceHandlers, PassagesHandlers],
  providers: [MeetingSitesService, AttendanceService, DeclaringService, PeopleService],
  entities: [],
  migrations: [Attendance1763770500003],
};
