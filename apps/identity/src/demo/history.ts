import type { RecordUnitEvent } from '@diemcau/contracts/identity/unit-events';
import type { EntityManager } from 'typeorm';
import { PastService } from '../units/past.service.js';
import { department } from './province.js';
import {
  communeOf,
  type FormerDistrict,
  formerDistricts,
  lowerSchoolsOf,
  mergedDepartment,
  mergedSuffix,
  officeOf,
  reformDay,
} from './reform.js';

type Told = Pick<RecordUnitEvent, 'kind' | 'effectiveOn'> & Partial<RecordUnitEvent>;

/** Decisions of the demo, none of them real. */
const decided = { decisionNumber: '01/2025/QĐ-mẫu', decisionDate: '2025-06-20' };

/**
 * SYS-5: before the reform a school gets a new name; on its day offices close, schools go under communes or the department,
 * and one province becomes part of another.
 * @param ids of the units by code
 */
export async function tellHistory(manager: EntityManager, ids: ReadonlyMap<string, string>): Promise<void> {
  const past = new PastService(manager);
  const idOf = (code: string) => ids.get(code) ?? code;
  const happened = async (event: Told) => {
    const version = await versionOf(manager, event.unitId);
    return past.happened({ ...decided, ...version, ...event });
  };
  await past.begin();
  await happened({
    kind: 'rename',
    effectiveOn: '2023-09-01',
    decisionNumber: '07/2023/QĐ-mẫu',
    decisionDate: '2023-08-10',
    unitId: idOf('thpt-tan-giang'),
    name: 'Trường THPT Tân Giang 1 (mẫu)',
  });
  for (const district of formerDistricts) await abolish(district, idOf, happened);
  await happened({
    kind: 'merge',
    effectiveOn: reformDay,
    unitId: idOf(mergedDepartment),
    intoId: idOf(department),
    codeSuffix: mergedSuffix,
  });
}

async function abolish(
  district: FormerDistrict,
  idOf: (code: string) => string,
  happened: (event: Told) => Promise<{ readonly unitId: string }>,
): Promise<void> {
  const above = idOf(district.department);
  const commune = await happened({
    kind: 'found',
    effectiveOn: reformDay,
    parentId: above,
    type: 'commune',
    name: `Xã ${district.name} (mẫu)`,
    code: communeOf(district),
  });
  await happened({
    kind: 'close',
    effectiveOn: reformDay,
    unitId: idOf(officeOf(district)),
    childrenTo: above,
    peopleTo: above,
    moves: lowerSchoolsOf(district).map((code) => ({ unitId: idOf(code), parentId: commune.unitId })),
  });
}

async function versionOf(manager: EntityManager, unitId: string | undefined): Promise<{ version?: number }> {
  if (unitId === undefined) return {};
  const [unit] = await manager.query<{ version: number }[]>('SELECT version FROM units WHERE id = $1', [
    unitId,
  ]);
  return unit ?? {};
}
