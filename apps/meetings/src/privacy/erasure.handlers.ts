import { UserErased, UserErasureFacts } from '@diemcau/contracts/identity/privacy';
import { OnFact } from '@diemcau/service/bus/handles';
import { Controller } from '@nestjs/common';
import { EntityManager } from 'typeorm';

@Controller()
export class ErasureHandlers {
  /**
   * Entries hold guests' own names and, of people with an account, the id of who decided: it tells nobody any more. What
   * such a person wrote as the reason of a refusal goes.
   */
  @OnFact(UserErasureFacts.erased) async erased(
    { userId }: UserErased,
    manager: EntityManager,
  ): Promise<void> {
    await manager.query(
      `UPDATE lobby_entries SET reason = '…' WHERE decided_by = $1 AND reason IS NOT NULL`,
      [userId],
    );
    // That they were invited stays; why they did not come, and what they subscribed to, goes.
    await manager.query(
      `UPDATE invitations SET reason = '…' WHERE reason IS NOT NULL AND $1 IN (user_id, answered_by)`,
      [userId],
    );
    await manager.query('DELETE FROM feeds WHERE user_id = $1', [userId]);
    // They run no site any more; that the rules were read stays, without the name.
    await manager.query('DELETE FROM site_operators WHERE user_id = $1', [userId]);
    await manager.query(`UPDATE rules_acknowledgements SET name = '…' WHERE user_id = $1`, [userId]);
    // Seats, marks and numbers stay; whoever verifies the certificate learns no name any more.
    await manager.query(`UPDATE registrations SET name = '…', search = '' WHERE user_id = $1`, [userId]);
    await manager.query(`UPDATE certificates SET name = '…' WHERE user_id = $1`, [userId]);
    // A note stays for the unit's sake; whom it names does not (the words are the author's to mind).
    await manager.query(`UPDATE notes SET subject_name = '…', search = '' WHERE subject_id = $1`, [userId]);
  }
}
