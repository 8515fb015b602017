import { type Caller, grantsOf, mayOn, mayOnAllOf } from '@diemcau/contracts/core/caller';
import { commonFailures, Failure } from '@diemcau/contracts/core/failure';
import type { ServiceCaller } from '@diemcau/contracts/core/caller';
import { unitErrors, UnitsClient } from '@diemcau/contracts/identity/units';
import {
  type Checklist,
  type ChecklistItem,
  type ChecklistQuery,
  type ReadinessResult,
  readinessErrors,
  type SetChecklist,
} from '@diemcau/contracts/meetings/readiness';
import { Audit } from '@diemcau/service/audit/audit';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import { defaultItems } from './default-items.js';

const itself: ServiceCaller = { kind: 'service', name: 'meetings' };

interface Kept {
  readonly version: number;
  readonly items: ChecklistItem[];
}

/** What a site answered, as far as its result follows from it. */
interface Answered {
  readonly result: ReadinessResult;
  readonly expiresOn: string | null;
}

/**
 * What an item stands at: of one about seats, what the capacity gives unless the department waives it still (HB-2.3); of the
 * others, what was answered.
 * @param today `YYYY-MM-DD`
 */
export function resultAt(
  { seats }: Pick<ChecklistItem, 'seats'>,
  answer: Answered | undefined,
  capacity: number,
  today: string,
): Answered {
  if (seats === null) return answer ?? { result: 'missing', expiresOn: null };
  const waived = answer?.result === 'waived' && (answer.expiresOn === null || answer.expiresOn >= today);
  return waived ? answer : { result: capacity >= seats ? 'pass' : 'fail', expiresOn: null };
}

/** What a province asks of its sites: data, beginning with what the documents ask. */
@Injectable()
export class ChecklistsService {
  /** What every province begins with. */
  static readonly beginning: readonly ChecklistItem[] = defaultItems;

  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly units: UnitsClient,
    private readonly audit: Audit,
  ) {}

  async of(manager: EntityManager, provinceId: string): Promise<Kept> {
    const [kept] = await manager.query<Kept[]>(
      'SELECT version, items FROM checklists WHERE province_id = $1',
      [provinceId],
    );
    return kept ?? { version: 0, items: [...ChecklistsService.beginning] };
  }

  /** @throws Failure `readiness.whichProvince`, `units.notFound` */
  async find({ unitId }: ChecklistQuery, caller: Caller): Promise<Checklist> {
    const provinceId = await this.provinceOf(unitId, caller);
    return { provinceId, ...(await this.of(this.database.manager, provinceId)) };
  }

  /**
   * Sites are judged anew by whoever calls this.
   * @throws Failure `common.notAllowed` without the right over the whole province, `readiness.changed`, `.duplicateKey`
   */
  async set(manager: EntityManager, input: SetChecklist, caller: Caller): Promise<Checklist> {
    const { provinceId, version, items } = input;
    await this.checkRight(provinceId, caller);
    if (new Set(items.map(({ key }) => key)).size < items.length) {
      throw new Failure(readinessErrors.duplicateKey);
    }
    await manager.query('SELECT pg_advisory_xact_lock(hashtext($1))', [`checklist of ${provinceId}`]);
    const before = await this.of(manager, provinceId);
    if (before.version !== version) {
      throw new Failure(readinessErrors.changed, { version: before.version });
    }
    await manager.query(
      `INSERT INTO checklists (province_id, version, items) VALUES ($1, $2, $3)
       ON CONFLICT (province_id) DO UPDATE SET version = excluded.version, items = excluded.items`,
      [provinceId, version + 1, JSON.stringify(items)],
    );
    await this.audit.record(manager, caller, {
      action: 'readiness.setChecklist',
      unitId: provinceId,
      object: { kind: 'checklist', id: provinceId },
      before: { items: before.items },
      after: { items },
    });
    return { provinceId, version: version + 1, items };
  }

  private async checkRight(provinceId: string, caller: Caller): Promise<void> {
    const [unit] = (await this.units.named({ unitIds: [provinceId] }, itself)).items;
    const sees = unit?.path.length === 1 && mayOn(caller, 'sites.read', unit.path);
    if (!sees) throw new Failure(unitErrors.notFound, { unitId: provinceId });
    if (!mayOnAllOf(caller, 'sites.configure', unit.path)) throw new Failure(commonFailures.notAllowed);
  }

  /** The caller's own, or that of the unit asked for, if the caller has anything to do there. */
  private async provinceOf(unitId: string | undefined, caller: Caller): Promise<string> {
    const held = grantsOf(caller, 'sites.read').map((grant) => grant.unitId);
    const { items } = await this.units.named(
      { unitIds: [...new Set([...held, ...(unitId ? [unitId] : [])])] },
      itself,
    );
    const provinces = new Set(
      items.filter(({ id }) => held.includes(id)).flatMap(({ path }) => path.slice(0, 1)),
    );
    if (unitId !== undefined) {
      const province = items.find(({ id }) => id === unitId)?.path[0];
      if (province === undefined || !provinces.has(province))
        throw new Failure(unitErrors.notFound, { unitId });
      return province;
    }
    const [first, second] = provinces;
    if (first === undefined) throw new Failure(commonFailures.notAllowed);
    if (second !== undefined) throw new Failure(readinessErrors.whichProvince);
    return first;
  }
}
