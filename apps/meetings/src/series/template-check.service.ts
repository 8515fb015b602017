import { type Caller, mayOn, type ServiceCaller } from '@diemcau/contracts/core/caller';
import { Failure } from '@diemcau/contracts/core/failure';
import { AddresseesClient } from '@diemcau/contracts/identity/addressees';
import { UnitsClient } from '@diemcau/contracts/identity/units';
import { seriesErrors } from '@diemcau/contracts/meetings/series-errors';
import type { MakeSeries } from '@diemcau/contracts/meetings/series';
import type { NewTemplate, SeriesTemplate } from '@diemcau/contracts/meetings/series-template';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { MeetingTypesService } from '../meeting-types/meeting-types.service.js';
import { LevelsService } from '../occurrences/levels.service.js';

const itself: ServiceCaller = { kind: 'service', name: 'meetings' };

/** What a template speaks of is there, and within reach of who holds the meetings. */
@Injectable()
export class TemplateCheckService {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly units: UnitsClient,
    private readonly addressees: AddresseesClient,
    private readonly levels: LevelsService,
    private readonly types: MeetingTypesService,
  ) {}

  /** That of a new series, with the roles that its type gives to sites (HB-2.1). @throws Failure as {@link check} */
  async placed(
    { template, kind }: Pick<MakeSeries, 'template' | 'kind'>,
    owner: { readonly id: string; readonly path: readonly string[] },
    caller: Caller,
  ): Promise<SeriesTemplate> {
    await this.check(template, owner.path, caller);
    const { manager } = this.database;
    const type = await this.types.of(manager, owner.path, kind);
    return { ...template, sites: await this.types.placed(manager, template.sites, type, owner.id) };
  }

  /**
   * @param unitPath of the unit that holds the meetings
   * @throws Failure `series.twoSites`, `noSuchSite`, `tooManyPeople`, `noSuchRoom`, `noSuchPerson`, `noSuchUnit`
   */
  async check(template: NewTemplate, unitPath: readonly string[], caller: Caller): Promise<void> {
    await this.sites(template, unitPath[0]);
    await this.room(template.roomId, unitPath, caller);
    await this.people([template.chairId, template.directorId, template.secretaryId], unitPath[0]);
    await this.responsible(template, unitPath[0]);
  }

  /** @throws Failure `series.noSuchLevel` */
  async checkLevel(level: string, unitPath: readonly string[], caller: Caller): Promise<void> {
    const known = await this.levels.isLevel(level, unitPath[0], caller);
    if (!known) throw new Failure(seriesErrors.noSuchLevel, { level });
  }

  private async sites({ sites }: NewTemplate, provinceId: string | undefined): Promise<void> {
    refuseTwice(sites);
    if (sites.length === 0) return;
    const known = await this.database.query<{ id: string; limit: number }[]>(
      `SELECT id, headcount_limit AS "limit" FROM sites
       WHERE id = ANY ($1::uuid[]) AND state <> 'retired' AND unit_path[1] = $2`,
      [sites.map(({ siteId }) => siteId), provinceId],
    );
    const limits = new Map(known.map(({ id, limit }) => [id, limit]));
    const unknown = sites.filter(({ siteId }) => !limits.has(siteId)).map(({ siteId }) => siteId);
    if (unknown.length > 0) throw new Failure(seriesErrors.noSuchSite, { siteIds: unknown });
    for (const { siteId, expected } of sites) {
      const limit = limits.get(siteId) ?? 0;
      if (expected > limit) throw new Failure(seriesErrors.tooManyPeople, { siteId, expected, limit });
    }
  }

  /** Of the unit itself or of one above it; or of one where the caller plans meetings too. */
  private async room(roomId: string | null, unitPath: readonly string[], caller: Caller): Promise<void> {
    if (roomId === null) return;
    const [room] = await this.database.query<{ path: string[] }[]>(
      'SELECT owner_unit_path AS path FROM rooms WHERE id = $1',
      [roomId],
    );
    const owner = room?.path.at(-1);
    const near = owner !== undefined && unitPath.includes(owner);
    if (!room || !(near || mayOn(caller, 'meetings.write', room.path))) {
      throw new Failure(seriesErrors.noSuchRoom, { roomId });
    }
  }

  private async people(ids: readonly (string | null)[], provinceId: string | undefined): Promise<void> {
    const userIds = [...new Set(ids.filter((id) => id !== null))];
    if (userIds.length === 0) return;
    const { items } = await this.addressees.people({ userIds }, itself);
    const near = await this.ofProvince(
      items.map(({ unitId }) => unitId),
      provinceId,
    );
    const found = new Set(items.filter(({ unitId }) => near.has(unitId)).map(({ userId }) => userId));
    const unknown = userIds.filter((id) => !found.has(id));
    if (unknown.length > 0) throw new Failure(seriesErrors.noSuchPerson, { userIds: unknown });
  }

  private async responsible({ agenda }: NewTemplate, provinceId: string | undefined): Promise<void> {
    const unitIds = [...new Set(agenda.flatMap(({ unitId }) => unitId ?? []))];
    if (unitIds.length === 0) return;
    const near = await this.ofProvince(unitIds, provinceId);
    const unknown = unitIds.filter((id) => !near.has(id));
    if (unknown.length > 0) throw new Failure(seriesErrors.noSuchUnit, { unitIds: unknown });
  }

  /** Those of the units that are of the province, and take meetings (I3). */
  private async ofProvince(
    unitIds: readonly string[],
    provinceId: string | undefined,
  ): Promise<ReadonlySet<string>> {
    const { items } = await this.units.named({ unitIds: [...new Set(unitIds)] }, itself);
    return new Set(
      items.filter(({ path, state }) => path[0] === provinceId && state !== 'closed').map(({ id }) => id),
    );
  }
}

/** I10: a site is there once, and main and standby are one each. */
function refuseTwice(sites: NewTemplate['sites']): void {
  const ids = new Set(sites.map(({ siteId }) => siteId));
  const many = (['main', 'standby'] as const).some(
    (role) => sites.filter((site) => site.role === role).length > 1,
  );
  if (many || ids.size < sites.length) throw new Failure(seriesErrors.twoSites);
}
