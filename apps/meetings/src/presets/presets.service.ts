import type { Caller } from '@diemcau/contracts/core/caller';
import { Failure } from '@diemcau/contracts/core/failure';
import {
  type CameraPreset,
  presetErrors,
  type PresetList,
  type PresetWanted,
  type SeatRegion,
  type SetPresets,
} from '@diemcau/contracts/meetings/presets';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { randomUUID } from 'node:crypto';
import { DataSource, type EntityManager } from 'typeorm';
import { FilesService } from '../files/files.service.js';
import { SiteEventsService } from '../sites/events.service.js';
import { SitesService } from '../sites/sites.service.js';

interface PresetRow extends Omit<CameraPreset, 'thumbnail'> {
  readonly thumbnailId: string | null;
}

const attachment = { purpose: 'thumbnail', permission: 'sites.read' } as const;
const thumbnailsOf = (presets: readonly { thumbnailId?: string | null }[]): string[] => [
  ...new Set(presets.flatMap(({ thumbnailId }) => thumbnailId ?? [])),
];
/** Fractions written in decimals do not add up to 1 exactly. */
const slack = 1e-6;
const isInside = ({ x, y, width, height }: SeatRegion): boolean =>
  width > 0 && height > 0 && x + width <= 1 + slack && y + height <= 1 + slack;

/** Positions of the camera's frame, in the operator's order (HB-8.3, HB-9.2b). */
@Injectable()
export class PresetsService {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly sites: SitesService,
    private readonly files: FilesService,
    private readonly events: SiteEventsService,
  ) {}

  /** @throws Failure `sites.notFound` */
  async of(siteId: string, caller: Caller): Promise<PresetList> {
    const { version } = await this.sites.allowing(caller, 'sites.read', siteId);
    const { manager } = this.database;
    const rows = await this.rows(manager, siteId);
    const files = await this.files.named(manager, thumbnailsOf(rows));
    const items = rows.map(({ thumbnailId, ...preset }) => ({
      ...preset,
      thumbnail: thumbnailId === null ? null : (files.get(thumbnailId) ?? null),
    }));
    return { items, version };
  }

  /** @throws Failure `presets.notFound`, `.region`, `sites.changed`, `files.notFound`, `.wrongKind` */
  async set({ siteId, version, presets }: SetPresets, caller: Caller): Promise<void> {
    const outside = presets.find(({ region }) => region !== null && !isInside(region));
    if (outside) throw new Failure(presetErrors.region, { name: outside.name });
    await this.database.transaction(async (manager) => {
      const site = await this.sites.hold(manager, caller, 'sites.write', siteId, version);
      const before = await this.rows(manager, siteId);
      const known = new Set(before.map(({ id }) => id));
      const named = presets.flatMap(({ id }) => id ?? []);
      if (named.some((id) => !known.has(id)) || new Set(named).size < named.length) {
        throw new Failure(presetErrors.notFound);
      }
      const [had, have] = [thumbnailsOf(before), thumbnailsOf(presets)];
      await manager.query('DELETE FROM camera_presets WHERE site_id = $1', [siteId]);
      await this.files.replace(manager, had, have, site.unitPath, caller, attachment);
      for (const [position, preset] of presets.entries()) await insert(manager, siteId, position, preset);
      await manager.query('UPDATE sites SET version = version + 1 WHERE id = $1', [siteId]);
      const audited = {
        action: 'presets.set',
        unitId: site.unitId,
        object: { kind: 'site', id: siteId },
        before: { presets: before.map(({ name }) => name) },
        after: { presets: presets.map(({ name }) => name) },
      };
      const note =
        presets
          .map(({ name }) => name)
          .join(', ')
          .slice(0, 1000) || null;
      await this.events.record(manager, caller, siteId, audited, { kind: 'presets', note });
    });
  }

  private rows(manager: EntityManager, siteId: string): Promise<PresetRow[]> {
    return manager.query<PresetRow[]>(
      `SELECT id, name, number, region, thumbnail_id AS "thumbnailId" FROM camera_presets
       WHERE site_id = $1 ORDER BY position`,
      [siteId],
    );
  }
}

const insert = (
  manager: EntityManager,
  siteId: string,
  position: number,
  { id, name, number, region, thumbnailId }: PresetWanted,
): Promise<unknown> =>
  manager.query(
    `INSERT INTO camera_presets (id, site_id, position, name, number, region, thumbnail_id)
     VALUES ($1, $2, $3, $4, $5, $6, $7)`,
    [
      id ?? randomUUID(),
      siteId,
      position,
      name,
      number,
      region && JSON.stringify(region),
      thumbnailId ?? null,
    ],
  );
