import type { Caller } from '@diemcau/contracts/core/caller';
import { Failure } from '@diemcau/contracts/core/failure';
import {
  certificateErrors,
  CertificateFacts,
  type RevokeCertificate,
} from '@diemcau/contracts/meetings/certificates';
import { Audit } from '@diemcau/service/audit/audit';
import { Facts } from '@diemcau/service/facts/facts';
import { Clock } from '@diemcau/service/time/clock';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { CertificatesService } from './certificates.service.js';

/** A certificate that was given wrongly stays on record, and whoever looks it up is told. */
@Injectable()
export class RevokingService {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly certificates: CertificatesService,
    private readonly facts: Facts,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** @throws Failure `certificates.notFound`, `.revoked`, `common.notAllowed` */
  async revoke({ certificateId, reason }: RevokeCertificate, caller: Caller): Promise<void> {
    await this.database.transaction(async (manager) => {
      const row = await this.certificates.hold(manager, certificateId, caller);
      if (row.revokedAt) throw new Failure(certificateErrors.revoked, { certificateId });
      await manager.query(
        'UPDATE certificates SET revoked_at = $2, revoked_by = $3, revoked_reason = $4 WHERE id = $1',
        [certificateId, this.clock.now(), caller.kind === 'user' ? caller.userId : null, reason],
      );
      await this.facts.record(manager, CertificateFacts.revoked, { certificateId });
      await this.audit.record(manager, caller, {
        action: 'certificates.revoke',
        unitId: row.issuerId,
        object: { kind: 'certificate', id: certificateId },
        after: { number: row.number, reason },
      });
    });
  }
}
