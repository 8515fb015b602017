import type { VitalPart } from '@diemcau/contracts/meetings/vital-parts';
import type { ExpectedItem } from '@diemcau/contracts/meetings/checks-test';
import type { MeetingKind } from '@diemcau/contracts/meetings/vocabulary';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

/** Beside what checks always ask; an operator answers each line. */
const most = 90;
/** What is for teaching alone is needed where something is taught. */
const taught: ReadonlySet<MeetingKind> = new Set([
  'training',
  'professionalActivity',
  'classObservation',
  'demonstrationLesson',
  'teacherContest',
]);

/** Which of a site's devices a check asks about (HB-8.3, HB-9.2f). */
@Injectable()
export class AskedDevicesService {
  /**
   * By what they are, then by number. None is needed by itself: a site may have another of its kind. What fails a check is that
   * the last of what a meeting cannot do without is not in order.
   */
  async at(manager: EntityManager, siteId: string, kind: MeetingKind): Promise<ExpectedItem[]> {
    const purposes = taught.has(kind) ? ['meeting', 'both', 'teaching'] : ['meeting', 'both'];
    const devices = await manager.query<{ id: string; name: string; serves: VitalPart[] }[]>(
      `SELECT d.id, left(concat_ws(' · ', i.name, d.serial_no, d.location), 200) AS name, i.serves
       FROM devices d JOIN catalogue_items i ON i.id = d.item_id
       WHERE d.site_id = $1 AND d.state = 'active' AND i.purpose = ANY ($2)
       ORDER BY i.search COLLATE "C", d.serial_key COLLATE "C", d.id LIMIT ${most}`,
      [siteId, purposes],
    );
    return devices.map(({ id, name, serves }) => ({ key: id, name, needed: false, serves }));
  }
}
