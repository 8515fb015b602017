import type { Caller } from '@diemcau/contracts/core/caller';
import { Failure } from '@diemcau/contracts/core/failure';
import { folded } from '@diemcau/contracts/core/folded';
import { classErrors, type MakeClass, type RenameClass } from '@diemcau/contracts/identity/classes';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { randomUUID } from 'node:crypto';
import { DataSource } from 'typeorm';
import { AuditService } from '../audit/audit.service.js';
import { StandingService } from '../users/standing.service.js';
import { ClassPlacesService } from './class-places.service.js';

/** Makes, renames and removes classes. */
@Injectable()
export class ClassMakingService {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly standing: StandingService,
    private readonly places: ClassPlacesService,
    private readonly audit: AuditService,
  ) {}

  /** @returns the id of the class of that name, made now or before. @throws Failure `units.notFound`, `classes.unitClosed` */
  async make({ unitId, schoolYear, name }: MakeClass, caller: Caller): Promise<string> {
    return this.database.transaction(async (manager) => {
      const place = await this.standing.place(manager, unitId, 'users.write', caller);
      if (place.state === 'closed') throw new Failure(classErrors.unitClosed, { unitId });
      const [made] = await manager.query<{ id: string }[]>(
        `INSERT INTO classes (id, unit_id, school_year, name, search) VALUES ($1, $2, $3, $4, $5)
         ON CONFLICT (unit_id, school_year, search) DO NOTHING RETURNING id`,
        [randomUUID(), unitId, schoolYear, name, folded(name)],
      );
      if (made) {
        const object = { kind: 'class', id: made.id };
        const after = { schoolYear, name };
        await this.audit.record(manager, caller, { action: 'classes.make', unitId, object, after });
        return made.id;
      }
      const [known] = await manager.query<[{ id: string }]>(
        'SELECT id FROM classes WHERE unit_id = $1 AND school_year = $2 AND search = $3',
        [unitId, schoolYear, folded(name)],
      );
      return known.id;
    });
  }

  /** @throws Failure `classes.notFound`, `.changedMeanwhile`, `.taken` */
  async rename({ classId, version, name }: RenameClass, caller: Caller): Promise<void> {
    await this.database.transaction(async (manager) => {
      const before = await this.places.hold(manager, classId, 'users.write', caller);
      if (before.version !== version) {
        throw new Failure(classErrors.changedMeanwhile, { version: before.version });
      }
      if (before.name === name) return;
      const { unitId, schoolYear } = before;
      const [taken] = await manager.query<unknown[]>(
        `SELECT FROM classes WHERE unit_id = $1 AND school_year = $2 AND search = $3 AND id <> $4`,
        [unitId, schoolYear, folded(name), classId],
      );
      if (taken) throw new Failure(classErrors.taken, { name });
      await manager.query('UPDATE classes SET name = $2, search = $3, version = version + 1 WHERE id = $1', [
        classId,
        name,
        folded(name),
      ]);
      const object = { kind: 'class', id: classId };
      const names = { before: { name: before.name }, after: { name } };
      await this.audit.record(manager, caller, { action: 'classes.rename', unitId, object, ...names });
    });
  }

  /** @throws Failure `classes.notFound`, `.notEmpty` */
  async remove(classId: string, caller: Caller): Promise<void> {
    await this.database.transaction(async (manager) => {
      const { unitId, schoolYear, name } = await this.places.hold(manager, classId, 'users.write', caller);
      const [member] = await manager.query<unknown[]>(
        'SELECT FROM class_members WHERE class_id = $1 LIMIT 1',
        [classId],
      );
      if (member) throw new Failure(classErrors.notEmpty, { classId });
      await manager.query('DELETE FROM classes WHERE id = $1', [classId]);
      const object = { kind: 'class', id: classId };
      const before = { schoolYear, name };
      await this.audit.record(manager, caller, { action: 'classes.remove', unitId, object, before });
    });
  }
}
