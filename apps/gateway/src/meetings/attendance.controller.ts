import type { Caller } from '@diemcau/contracts/core/caller';
import {
  type Attendance,
  AttendanceRef,
  Attendances,
  AttendancesClient,
  DeclareHeadcount,
} from '@diemcau/contracts/meetings/attendance';
import { Controller, StreamableFile } from '@nestjs/common';
import { mayDo } from '../edge/auth/access.js';
import { Route } from '../edge/http/route.js';
import { xlsxType } from '../identity/imports-files.js';
import { attendanceXlsx } from './attendance-file.js';

const reading = mayDo('meetings.read');

/** Who was there (HB-4.3, I19, I20). */
@Controller()
export class AttendanceController {
  constructor(private readonly attendance: AttendancesClient) {}

  @Route.get('occurrences/:occurrenceId/attendance', Attendances.find, reading, 'Điểm danh · Attendance')
  find(input: AttendanceRef, caller: Caller): Promise<Attendance> {
    return this.attendance.find(input, caller);
  }

  @Route.get<AttendanceRef, Attendance, StreamableFile>(
    'occurrences/:occurrenceId/attendance.xlsx',
    Attendances.find,
    reading,
    'Bảng điểm danh, .xlsx · Attendance as .xlsx',
    { download: [xlsxType] },
  )
  async file(input: AttendanceRef, caller: Caller): Promise<StreamableFile> {
    const found = await this.attendance.find(input, caller);
    return new StreamableFile(attendanceXlsx(found), {
      type: xlsxType,
      disposition: 'attachment; filename="diem-danh.xlsx"',
    });
  }

  @Route.put(
    'occurrences/:occurrenceId/attendance/:siteId',
    Attendances.declare,
    mayDo('meetings.read'),
    'Khai, sửa số người dự · Declare or correct a headcount',
  )
  declare(input: DeclareHeadcount, caller: Caller): Promise<Attendance> {
    return this.attendance.declare(input, caller);
  }
}
