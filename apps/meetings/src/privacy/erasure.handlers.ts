import { UserErased, UserErasureFacts } from '@diemcau/contracts/identity/privacy';
import { OnFact } from '@diemcau/service/bus/handles';
import { Controller } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { erasing } from './erasing.js';

@Controller()
export class ErasureHandlers {
  /** What happened stays with the account's id, which tells nobody any more. */
  @OnFact(UserErasureFacts.erased) async erased(
    { userId }: UserErased,
    manager: EntityManager,
  ): Promise<void> {
    for (const statement of erasing) await manager.query(statement, [userId]);
  }
}
