import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

/** Asks for meetings to be looked at anew, where what they were made by has changed for many series at once. */
@Injectable()
export class RealigningService {
  /** In the transaction that changes the working calendar of a province; the work itself is done afterwards by a job. */
  async ofProvince(manager: EntityManager, provinceId: string): Promise<void> {
    await manager.query(
      `UPDATE series SET realign = true
       WHERE unit_path @> ARRAY[$1::uuid] AND state = 'active' AND shift <> 'keep' AND made_until IS NOT NULL`,
      [provinceId],
    );
  }
}
