import { Failure } from '@diemcau/contracts/core/failure';
import { validated } from '@diemcau/contracts/core/validate';
import { scimErrors, type ScimQuery } from '@diemcau/contracts/identity/scim';
import { ChangeUser, CreateUser } from '@diemcau/contracts/identity/users';
import { Injectable } from '@nestjs/common';
import { ChangingService } from '../users/changing.service.js';
import { MakingService } from '../users/making.service.js';
import { StatesService } from '../users/states.service.js';
import { asScim, etagOf, refuseUnmatched, unlessLate } from './failing.js';
import { LinksService } from './links.service.js';
import { patched, type Resource } from './patching.js';
import { merged, type PersonRow, type PersonWish, toResource, wishOf } from './person.js';
import { PersonRowsService } from './person-rows.service.js';
import type { Realm } from './realm.js';

const reason = 'SCIM';

/** SCIM's Users: accounts, kept through the same services as by people. */
@Injectable()
export class ScimPeopleService {
  constructor(
    private readonly rows: PersonRowsService,
    private readonly links: LinksService,
    private readonly making: MakingService,
    private readonly changing: ChangingService,
    private readonly states: StatesService,
  ) {}

  async list(
    realm: Realm,
    query: ScimQuery,
  ): Promise<{ resources: Resource[]; total: number; from: number }> {
    const { rows, ...rest } = await this.rows.list(realm, query);
    return { resources: rows.map(toResource), ...rest };
  }

  async find(realm: Realm, id: string): Promise<Resource> {
    return toResource(await this.rows.find(realm, id));
  }

  /** Somebody whom the directory had deleted comes back as who they were. @throws Failure `scim.uniqueness`, `.invalidValue` */
  async create(realm: Realm, body: Resource): Promise<Resource> {
    const wish = wishOf(body, {});
    return asScim(async () => {
      const deleted = await this.links.deletedNamed(realm, wish.userName);
      if (deleted !== null) return this.takeBack(realm, deleted, wish);
      const { userName, displayName, kind, code, email, phone } = wish;
      const unitId = await this.unitOf(realm, wish);
      const input = { unitId, userName, displayName, kind, code, email, phone };
      const id = await this.making.create(validated(CreateUser, input), realm.actor);
      await this.links.keep(realm, 'Users', id, wish.externalId);
      if (!wish.active) await this.states.disable({ userId: id, reason }, realm.actor);
      return this.find(realm, id);
    });
  }

  replace(realm: Realm, id: string, body: Resource, ifMatch?: string): Promise<Resource> {
    return this.become(realm, id, ifMatch, (before) => merged(before, body));
  }

  patch(realm: Realm, id: string, body: Resource, ifMatch?: string): Promise<Resource> {
    return this.become(realm, id, ifMatch, (before) => patched(before, body));
  }

  /** Disabled, and gone for the directory; the account and what it did stay. */
  async remove(realm: Realm, id: string, ifMatch?: string): Promise<void> {
    const row = await this.rows.find(realm, id);
    refuseUnmatched(ifMatch, etagOf(row));
    await asScim(() => this.states.disable({ userId: id, reason }, realm.actor));
    await this.links.remove(realm, 'Users', id);
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
        const before = toResource(row);
        await this.apply(realm, row, wishOf(change(before), before));
        return this.find(realm, id);
      }),
    );
  }

  private async apply(realm: Realm, row: PersonRow, wish: PersonWish): Promise<void> {
    const { id, kind } = row;
    if (wish.kind !== kind) throw new Failure(scimErrors.mutability, { attribute: 'userType' });
    const unitId = wish.unitCode === row.unitCode ? row.unitId : await this.unitOf(realm, wish);
    let { version } = row;
    const given = changesOf(row, wish);
    if (Object.keys(given).length > 0) {
      await this.changing.change(validated(ChangeUser, { userId: id, version, ...given }), realm.actor);
      ({ version } = await this.rows.find(realm, id));
    }
    if (unitId !== row.unitId) await this.changing.move({ userId: id, version, unitId }, realm.actor);
    await this.setActive(realm, row, wish.active);
    if (wish.externalId !== row.externalId) await this.links.keep(realm, 'Users', id, wish.externalId);
  }

  /** A lock is the unit's own business: a directory neither sees nor opens it. */
  private async setActive({ actor }: Realm, { id, state }: PersonRow, active: boolean): Promise<void> {
    if (active && state === 'disabled') await this.states.reinstate({ userId: id, reason }, actor);
    if (!active && state !== 'disabled') await this.states.disable({ userId: id, reason }, actor);
  }

  private async takeBack(realm: Realm, id: string, wish: PersonWish): Promise<Resource> {
    await this.links.keep(realm, 'Users', id, wish.externalId);
    const row = await this.rows.find(realm, id);
    const { code, email, phone, unitCode } = row;
    await this.apply(realm, row, {
      ...wish,
      code: wish.code ?? code,
      email: wish.email ?? email,
      phone: wish.phone ?? phone,
      unitCode: wish.unitCode ?? unitCode,
    });
    return this.find(realm, id);
  }

  private async unitOf(realm: Realm, { unitCode }: PersonWish): Promise<string> {
    const unitId = unitCode === null ? realm.unitId : await this.links.unitOfCode(realm, unitCode);
    if (unitId === null) throw new Failure(scimErrors.invalidValue, { attribute: 'unitCode' });
    return unitId;
  }
}

function changesOf(row: PersonRow, wish: PersonWish): Partial<PersonWish> {
  const names = ['userName', 'displayName', 'code', 'email', 'phone'] as const;
  return Object.fromEntries(
    names.filter((name) => row[name] !== wish[name]).map((name) => [name, wish[name]]),
  );
}
