import { type Caller, mayOn } from '@diemcau/contracts/core/caller';
import { Failure } from '@diemcau/contracts/core/failure';
import type { Permission } from '@diemcau/contracts/identity/permissions';
import { userErrors } from '@diemcau/contracts/identity/users';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';

/** Somebody whose sign-in an operator looks at. */
export interface Subject {
  readonly id: string;
  readonly userName: string;
  readonly state: string;
  readonly unitId: string;
  readonly provinceId: string;
  /** Of the unit, from the province down. */
  readonly path: readonly string[];
}

/** Whose sign-in somebody may look after. */
@Injectable()
export class SubjectsService {
  constructor(@InjectDataSource() private readonly database: DataSource) {}

  /** @throws Failure `users.notFound`, also for somebody outside the caller's scope */
  async within(caller: Caller, permission: Permission, userId: string): Promise<Subject> {
    const [found] = await this.database.query<Subject[]>(
      `SELECT u.id, u.user_name AS "userName", u.state, u.unit_id AS "unitId", u.province_id AS "provinceId", unit.path
       FROM users u JOIN units unit ON unit.id = u.unit_id WHERE u.id = $1`,
      [userId],
    );
    if (!found || !mayOn(caller, permission, found.path)) throw new Failure(userErrors.notFound, { userId });
    return found;
  }
}
