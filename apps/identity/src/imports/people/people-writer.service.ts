import type { Caller } from '@diemcau/contracts/core/caller';
import { UserFacts } from '@diemcau/contracts/identity/users';
import { Facts } from '@diemcau/service/facts/facts';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { BulkAuditService } from '../../audit/bulk-audit.service.js';
import { RightsService } from '../../grants/rights.service.js';
import { InitialSecretsService } from '../../secrets/initial-secrets.service.js';
import type { ChangedPerson, NewPerson } from './person-row.js';
import { giveRoles, heldKey, moveRoles } from './role-rows.js';
import type { UserNameAllotment } from './user-name-allotment.js';
import { insertUsers, updateUsers } from './user-rows.js';

/** Writes people as rows say, many at once, each with role, initial secret and audit entry, in one transaction. */
@Injectable()
export class PeopleWriterService {
  constructor(
    readonly rights: RightsService,
    private readonly secrets: InitialSecretsService,
    private readonly audit: BulkAuditService,
    private readonly facts: Facts,
  ) {}

  /** @returns those that were made; the rest lost a race for their code or user name */
  async create(
    manager: EntityManager,
    caller: Caller,
    kind: 'staff' | 'student',
    people: readonly NewPerson[],
    names: UserNameAllotment,
  ): Promise<NewPerson[]> {
    if (people.length === 0) return [];
    const { made, userNames } = await insertUsers(manager, kind, people, names);
    if (made.length === 0) return [];
    const ids = made.map(({ id }) => id);
    await giveRoles(
      manager,
      caller,
      made.map(({ id, role, unit }) => ({ userId: id, role, unitId: unit.id })),
    );
    await this.secrets.issue(manager, ids);
    const notes = made.map(({ id, item, unit, role }) => ({
      action: 'users.create',
      unitId: unit.id,
      object: { kind: 'user', id },
      after: {
        userName: userNames.get(id),
        displayName: item.values['fullName'],
        code: item.values['code'],
        role,
      },
    }));
    await this.audit.record(manager, caller, notes);
    await this.facts.record(manager, UserFacts.changed, { userIds: ids });
    return made;
  }

  async change(manager: EntityManager, caller: Caller, people: readonly ChangedPerson[]): Promise<void> {
    if (people.length === 0) return;
    await updateUsers(manager, people);
    const along = await moveRoles(
      manager,
      caller,
      people.filter(({ moved }) => moved),
    );
    await giveRoles(
      manager,
      caller,
      people.flatMap(({ known, role, unit }) =>
        // A list that names the role somebody holds already says nothing about its dates.
        role === null || along.has(heldKey(known.id, role))
          ? []
          : [{ userId: known.id, role, unitId: unit.id }],
      ),
    );
    const held = people.filter(({ moved, role }) => moved || role !== null).map(({ known }) => known.id);
    await this.rights.changed(manager, held);
    const notes = people.map(({ known, unit, verdict }) => ({
      action: 'users.change',
      unitId: unit.id,
      object: { kind: 'user', id: known.id },
      before: Object.fromEntries(verdict.changes.map(({ field, from }) => [field, from])),
      after: Object.fromEntries(verdict.changes.map(({ field, to }) => [field, to])),
    }));
    await this.audit.record(manager, caller, notes);
    await this.facts.record(manager, UserFacts.changed, { userIds: people.map(({ known }) => known.id) });
  }
}
