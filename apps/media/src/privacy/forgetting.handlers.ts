import { UserErased, UserErasureFacts } from '@diemcau/contracts/identity/privacy';
import { RetentionFacts, RoomTracesExpired } from '@diemcau/contracts/meetings/retention';
import { OnFact } from '@diemcau/service/bus/handles';
import { Controller } from '@nestjs/common';
import { EntityManager } from 'typeorm';

@Controller()
export class ForgettingHandlers {
  /** What was said stays in its place without words and name, so that versions and the order of speakers hold. */
  @OnFact(UserErasureFacts.erased) async erased(
    { userId }: UserErased,
    manager: EntityManager,
  ): Promise<void> {
    await manager.query(
      `UPDATE room_event SET change = CASE change ->> 'type'
         WHEN 'entered' THEN jsonb_set(jsonb_set(change, '{peer,name}', '"—"'), '{peer,unitName}', 'null')
         ELSE jsonb_set(jsonb_set(change, '{line,name}', '"—"'), '{line,text}', '"…"') END
       WHERE peer_of(change) = $1 AND change ->> 'type' IN ('entered', 'said')`,
      [userId],
    );
  }

  /** Their events go with the sessions. */
  @OnFact(RetentionFacts.roomTracesExpired) async expired(
    { roomIds, before }: RoomTracesExpired,
    manager: EntityManager,
  ): Promise<void> {
    await manager.query('DELETE FROM live_session WHERE room_id = ANY ($1) AND ended_at < $2', [
      roomIds,
      before,
    ]);
  }
}
