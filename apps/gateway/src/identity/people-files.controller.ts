import type { Caller } from '@diemcau/contracts/core/caller';
import { Roster, RosterClient, type RosterPage, RosterQuery } from '@diemcau/contracts/identity/roster';
import type { UserLines } from '@diemcau/contracts/identity/user-views';
import { UserFilter, type UserQuery, Users, UsersClient } from '@diemcau/contracts/identity/users';
import { Controller, StreamableFile } from '@nestjs/common';
import { mayDo } from '../edge/auth/access.js';
import { Route } from '../edge/http/route.js';
import { csvType, type FileFormat, xlsxType } from './imports-files.js';
import { rosterTable, tableFile, usersTable } from './people-files.js';

/** Lists of people as files, written while they are sent. */
@Controller()
export class PeopleFilesController {
  constructor(
    private readonly users: UsersClient,
    private readonly roster: RosterClient,
  ) {}

  @Route.get<UserQuery, UserLines, StreamableFile>(
    'users/export.xlsx',
    Users.export,
    mayDo('users.read'),
    'Danh sách người dùng, .xlsx · People as .xlsx',
    { input: UserFilter, download: [xlsxType] },
  )
  usersXlsx(input: UserQuery, caller: Caller): Promise<StreamableFile> {
    return this.usersFile(input, caller, 'xlsx');
  }

  @Route.get<UserQuery, UserLines, StreamableFile>(
    'users/export.csv',
    Users.export,
    mayDo('users.read'),
    'Danh sách người dùng, .csv · People as .csv',
    { input: UserFilter, download: [csvType] },
  )
  usersCsv(input: UserQuery, caller: Caller): Promise<StreamableFile> {
    return this.usersFile(input, caller, 'csv');
  }

  @Route.get<RosterQuery, RosterPage, StreamableFile>(
    'roster/export.xlsx',
    Roster.list,
    mayDo('roster.read'),
    'Danh bạ cán bộ vận hành, .xlsx · Roster as .xlsx',
    { download: [xlsxType] },
  )
  rosterXlsx(input: RosterQuery, caller: Caller): Promise<StreamableFile> {
    return this.rosterFile(input, caller, 'xlsx');
  }

  @Route.get<RosterQuery, RosterPage, StreamableFile>(
    'roster/export.csv',
    Roster.list,
    mayDo('roster.read'),
    'Danh bạ cán bộ vận hành, .csv · Roster as .csv',
    { download: [csvType] },
  )
  rosterCsv(input: RosterQuery, caller: Caller): Promise<StreamableFile> {
    return this.rosterFile(input, caller, 'csv');
  }

  private async usersFile(input: UserQuery, caller: Caller, format: FileFormat): Promise<StreamableFile> {
    const table = await usersTable((cursor) => this.users.export({ ...input, ...cursor }, caller));
    return tableFile(table, 'nguoi-dung', format);
  }

  private async rosterFile(input: RosterQuery, caller: Caller, format: FileFormat): Promise<StreamableFile> {
    const table = await rosterTable((cursor) => this.roster.list({ ...input, ...cursor }, caller));
    return tableFile(table, 'danh-ba-can-bo-van-hanh', format);
  }
}
