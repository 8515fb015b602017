import {
  CertificateFacts,
  CertificateIssued,
  CertificateRef,
} from '@diemcau/contracts/meetings/certificates';
import { OnFact } from '@diemcau/service/bus/handles';
import { Controller } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { holdPerson, recordCertified } from './certified.js';

/**
 * Certificates of the province's own trainings are training records of who holds them and runs sites (HB-11.2), now or later:
 * written when somebody's attendance sufficed or comes onto the roster, gone when the certificate is revoked.
 */
@Controller()
export class CertificatesHandlers {
  @OnFact(CertificateFacts.issued) async issued(
    { certificateId, userId, course, firstDay, lastDay, issuerName, number }: CertificateIssued,
    manager: EntityManager,
  ): Promise<void> {
    if (!(await holdPerson(manager, userId))) return;
    await manager.query(
      `INSERT INTO known_certificates (certificate_id, user_id, course, first_day, last_day, issuer, number)
       VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT DO NOTHING`,
      [certificateId, userId, course, firstDay, lastDay, issuerName, number],
    );
    const which = { where: 'c.certificate_id = $1', values: [certificateId] };
    await raiseVersions(manager, await recordCertified(manager, which));
  }

  @OnFact(CertificateFacts.revoked) async revoked(
    { certificateId }: CertificateRef,
    manager: EntityManager,
  ): Promise<void> {
    await manager.query('DELETE FROM known_certificates WHERE certificate_id = $1', [certificateId]);
    const [entries] = await manager.query<[{ id: string }[], number]>(
      'DELETE FROM training_records WHERE certificate_id = $1 RETURNING entry_id AS id',
      [certificateId],
    );
    await raiseVersions(
      manager,
      entries.map(({ id }) => id),
    );
  }
}

const raiseVersions = (manager: EntityManager, entryIds: readonly string[]): Promise<unknown> =>
  manager.query('UPDATE roster_entries SET version = version + 1 WHERE id = ANY ($1)', [entryIds]);
