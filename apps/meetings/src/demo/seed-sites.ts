import type { ServiceCaller } from '@diemcau/contracts/core/caller';
import { folded } from '@diemcau/contracts/core/folded';
import type { RosterClient, RosterEntry } from '@diemcau/contracts/identity/roster';
import type { Unit } from '@diemcau/contracts/identity/units';
import { randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { ChecklistsService } from '../readiness/checklists.service.js';
import { judgedBy } from '../sites/standing.service.js';
import { demoRules, type DemoSite, demoSites, type DemoStanding } from './sites.js';

const itself: ServiceCaller = { kind: 'service', name: 'meetings' };
const checklist = ChecklistsService.beginning;
const today = (): string => new Date().toISOString().slice(0, 10);

/** Sites with operators, answers, papers and costs, so that their pages show something. @param units of the province */
export async function seedSites(
  manager: EntityManager,
  roster: RosterClient,
  units: readonly Unit[],
): Promise<void> {
  for (const site of demoSites) {
    const unit = units.find(({ code }) => code === site.unit);
    if (unit) await makeSite(manager, roster, unit, site);
  }
  const province = units.find(({ parentId, type }) => parentId === null && type === 'department');
  if (!province) return;
  await manager.query(
    `INSERT INTO room_rules (id, unit_id, unit_path, unit_name, edition, title, text, published_by)
     VALUES ($1, $2, $3, $4, 1, 'Nội quy phòng họp trực tuyến', $5, $1)`,
    [randomUUID(), province.id, province.path, province.name, demoRules],
  );
}

async function makeSite(
  manager: EntityManager,
  roster: RosterClient,
  { id: unitId, path, name: unitName }: Unit,
  { name, address, capacity, contractedMbps, operator, standing }: DemoSite,
): Promise<void> {
  const siteId = randomUUID();
  await manager.query(
    `INSERT INTO sites (id, unit_id, unit_path, unit_name, name, search, address, capacity, headcount_limit,
       contracted_mbps, was_ready) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [
      siteId,
      unitId,
      path,
      unitName,
      name,
      folded(`${unitName} ${name} ${address}`),
      address,
      capacity,
      Math.min(40, capacity),
      contractedMbps,
      standing !== 'draft',
    ],
  );
  await answer(manager, siteId, standing);
  if (operator) await assign(manager, siteId, await entryOf(roster, unitId, operator));
  await furnish(manager, siteId, standing);
  await judgedBy(manager, siteId, checklist, today());
}

/** A ready site passed everything; a degraded one lacks backup power since long; a draft has begun. */
async function answer(manager: EntityManager, siteId: string, standing: DemoStanding): Promise<void> {
  for (const [i, { key }] of checklist.entries()) {
    if (standing === 'draft' && i % 3 === 2) continue;
    const fails = standing !== 'ready' && (key === 'backup-power' || key === 'sound-insulation');
    await manager.query(
      `INSERT INTO readiness_answers (site_id, key, result, commitment, due_on, expires_on, at)
       VALUES ($1, $2, $3, $4, $5, $6, now())`,
      [
        siteId,
        key,
        fails ? 'fail' : 'pass',
        fails ? 'Sẽ trang bị trong năm học này' : null,
        fails ? (standing === 'degraded' ? '2026-06-30' : '2027-06-30') : null,
        null,
      ],
    );
  }
}

/** Somebody already in the unit's roster, or somebody new in it. */
async function entryOf(
  roster: RosterClient,
  unitId: string,
  { name, phone }: NonNullable<DemoSite['operator']>,
): Promise<RosterEntry> {
  const { items } = await roster.list({ unitId, limit: 200 }, itself);
  const known = items.find((entry) => entry.unitId === unitId && entry.name === name);
  const entry = { unitId, name, phone, duties: 'Phụ trách chính', since: '2024-09-05' };
  return known ?? roster.add(entry, itself);
}

const assign = (manager: EntityManager, siteId: string, entry: RosterEntry): Promise<unknown> =>
  manager.query(
    `INSERT INTO site_operators (site_id, entry_id, user_id, name, phone, duties, until, position)
     VALUES ($1, $2, $3, $4, $5, $6, $7, 0)`,
    [siteId, entry.id, entry.userId, entry.name, entry.phone, entry.duties, entry.until],
  );

/** Plans, costs, camera presets, a seating plan. */
async function furnish(manager: EntityManager, siteId: string, standing: DemoStanding): Promise<void> {
  if (standing === 'draft') return;
  await manager.query(
    `INSERT INTO site_documents (id, site_id, kind, title, number, valid_from, valid_to, reported_to, reported_on)
     VALUES (gen_random_uuid(), $1, 'managementPlan', 'Kế hoạch quản lý, sử dụng phòng họp trực tuyến', '12/KH', '2026-09-01',
       '2027-08-31', 'UBND huyện (mẫu)', '2026-09-10'),
       (gen_random_uuid(), $1, 'securityPlan', 'Phương án bảo vệ phòng họp trực tuyến', '13/PA', '2025-12-01', $2, NULL, NULL)`,
    [siteId, standing === 'ready' ? '2027-11-30' : '2026-12-10'],
  );
  await manager.query(
    `INSERT INTO cost_lines (id, site_id, year, kind, text, planned, actual)
     SELECT gen_random_uuid(), $1, extract(year FROM now())::int, * FROM (VALUES
       ('line', 'Cước đường truyền 12 tháng', 12000000::bigint, 11000000::bigint),
       ('maintenance', 'Bảo trì thiết bị', 5000000, NULL), ('power', 'Tiền điện', 3600000, 3100000)) AS line`,
    [siteId],
  );
  await manager.query(
    `INSERT INTO camera_presets (id, site_id, position, name, number, region) VALUES
       (gen_random_uuid(), $1, 0, 'Toàn cảnh', 0, NULL),
       (gen_random_uuid(), $1, 1, 'Chủ trì', 1, '{"x":0.4,"y":0,"width":0.2,"height":0.2}'),
       (gen_random_uuid(), $1, 2, 'Bục phát biểu', 2, '{"x":0.8,"y":0,"width":0.2,"height":0.2}')`,
    [siteId],
  );
  const seating = {
    kind: 'grid',
    rows: 5,
    seatsPerRow: 8,
    fileId: null,
    marks: [{ label: 'Chủ trì', x: 0.5, y: 0.1 }],
  };
  await manager.query('UPDATE sites SET seating = $2 WHERE id = $1', [siteId, JSON.stringify(seating)]);
}
