import { Failure } from '@diemcau/contracts/core/failure';
import { validated } from '@diemcau/contracts/core/validate';
import { MakeClass, PutMembers, RenameClass } from '@diemcau/contracts/identity/classes';
import { schoolYearAt } from '@diemcau/contracts/identity/school-year';
import { scimErrors, type ScimQuery } from '@diemcau/contracts/identity/scim';
import { Injectable } from '@nestjs/common';
import { ClassMakingService } from '../classes/making.service.js';
import { MembersService } from '../classes/members.service.js';
import { type ClassRow, type ClassWish, forPatching, toResource, wishOf } from './class.js';
import { ClassRowsService } from './class-rows.service.js';
import { asScim, etagOf, refuseUnmatched, unlessLate } from './failing.js';
import { LinksService } from './links.service.js';
import { patched, type Resource } from './patching.js';
import { merged } from './person.js';
import type { Realm } from './realm.js';

/** SCIM's Groups: classes of schools, kept through the same services as by people. */
@Injectable()
export class ScimClassesService {
  constructor(
    private readonly rows: ClassRowsService,
    private readonly links: LinksService,
    private readonly making: ClassMakingService,
    private readonly members: MembersService,
  ) {}

  async list(
    realm: Realm,
    query: ScimQuery,
  ): Promise<{ resources: Resource[]; total: number; from: number }> {
    const wanted = !/\bmembers\b/i.test(query.excludedAttributes ?? '');
    const { rows, ...rest } = await this.rows.list(realm, query, wanted);
    return { resources: rows.map(toResource), ...rest };
  }

  async find(realm: Realm, id: string): Promise<Resource> {
    return toResource(await this.rows.find(realm, id));
  }

  /** @throws Failure `scim.uniqueness` when the unit has a class of that name and year, `.invalidValue` */
  async create(realm: Realm, body: Resource): Promise<Resource> {
    const { name, members, externalId, unitCode, schoolYear } = wishOf(body);
    return asScim(async () => {
      const unitId = unitCode === null ? realm.unitId : await this.links.unitOfCode(realm, unitCode);
      if (unitId === null) throw new Failure(scimErrors.invalidValue, { attribute: 'unitCode' });
      const input = validated(MakeClass, {
        unitId,
        name,
        schoolYear: schoolYear ?? schoolYearAt(new Date()),
      });
      if (await this.rows.exists(unitId, input.schoolYear, input.name)) {
        throw new Failure(scimErrors.uniqueness, { attribute: 'displayName' });
      }
      const id = await this.making.make(input, realm.actor);
      await this.links.keep(realm, 'Groups', id, externalId);
      await this.putMembers(realm, await this.rows.find(realm, id), members);
      return this.find(realm, id);
    });
  }

  replace(realm: Realm, id: string, body: Resource, ifMatch?: string): Promise<Resource> {
    return this.become(realm, id, ifMatch, (before) => merged(before, body));
  }

  patch(realm: Realm, id: string, body: Resource, ifMatch?: string): Promise<Resource> {
    return this.become(realm, id, ifMatch, (before) => patched(before, body));
  }

  /** The class goes; its students stay. */
  async remove(realm: Realm, id: string, ifMatch?: string): Promise<void> {
    await unlessLate(ifMatch, () =>
      asScim(async () => {
        const row = await this.rows.find(realm, id);
        refuseUnmatched(ifMatch, etagOf(row));
        await this.putMembers(realm, row, []);
        await this.making.remove(id, realm.actor);
      }),
    );
    await this.links.remove(realm, 'Groups', id);
  }

  private become(
    realm: Realm,
    id: string,
    ifMatch: string | undefined,
    change: (before: Resource) => Resource,
  ): Promise<Resource> {
    return unlessLate(ifMatch, () =>
      asScim(async () => {
        const row = await this.rows.find(realm, id);
        refuseUnmatched(ifMatch, etagOf(row));
        await this.apply(realm, row, wishOf(change(forPatching(toResource(row), row))));
        return this.find(realm, id);
      }),
    );
  }

  private async apply(realm: Realm, row: ClassRow, wish: ClassWish): Promise<void> {
    const { id, unitCode, schoolYear } = row;
    const moved = (wish.unitCode ?? unitCode) !== unitCode || (wish.schoolYear ?? schoolYear) !== schoolYear;
    if (moved) throw new Failure(scimErrors.mutability, { attribute: 'unitCode, schoolYear' });
    let { version } = row;
    if (wish.name !== row.name) {
      const input = validated(RenameClass, { classId: id, version, name: wish.name });
      await this.making.rename(input, realm.actor);
      ({ version } = await this.rows.find(realm, id));
    }
    await this.putMembers(realm, { ...row, version }, wish.members);
    if (wish.externalId !== row.externalId) await this.links.keep(realm, 'Groups', id, wish.externalId);
  }

  private async putMembers(
    realm: Realm,
    { id, version, members }: ClassRow,
    wanted: readonly string[],
  ): Promise<void> {
    const before = new Set(members.map(({ value }) => value));
    if (before.size === wanted.length && wanted.every((member) => before.has(member))) return;
    const input = validated(PutMembers, { classId: id, version, studentIds: wanted });
    await this.members.put(input, realm.actor);
  }
}
