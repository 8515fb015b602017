import type { Caller } from '@diemcau/contracts/core/caller';
import { Failure } from '@diemcau/contracts/core/failure';
import { classErrors } from '@diemcau/contracts/identity/classes';
import type { Permission } from '@diemcau/contracts/identity/permissions';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { StandingService } from '../users/standing.service.js';

/** A class whose row is held by the transaction. */
export interface HeldClass {
  readonly id: string;
  readonly unitId: string;
  readonly unitName: string;
  readonly unitState: string;
  readonly schoolYear: string;
  readonly name: string;
  readonly version: number;
  readonly path: readonly string[];
}

/** Classes that the caller may deal with. */
@Injectable()
export class ClassPlacesService {
  constructor(private readonly standing: StandingService) {}

  /**
   * Changed by nobody else until the transaction ends.
   * @throws Failure `classes.notFound`, also out of the caller's scope
   */
  async hold(
    manager: EntityManager,
    classId: string,
    permission: Permission,
    caller: Caller,
  ): Promise<HeldClass> {
    const [found] = await manager.query<HeldClass[]>(
      `SELECT c.id, c.unit_id AS "unitId", unit.name AS "unitName", unit.state AS "unitState",
              c.school_year AS "schoolYear", c.name, c.version, unit.path
       FROM classes c JOIN units unit ON unit.id = c.unit_id WHERE c.id = $1 FOR NO KEY UPDATE OF c`,
      [classId],
    );
    if (!found || !this.standing.allows(caller, permission, found.path)) {
      throw new Failure(classErrors.notFound, { classId });
    }
    return found;
  }
}
