import { AuditFacts, type AuditNoted } from '@diemcau/contracts/core/audit';
import { OnFact } from '@diemcau/service/bus/handles';
import { Controller } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { AuditService } from './audit.service.js';

@Controller()
export class NotedHandlers {
  constructor(private readonly audit: AuditService) {}

  /** What other services have to tell to auditors. */
  @OnFact(AuditFacts.noted) async noted(noted: AuditNoted, manager: EntityManager): Promise<void> {
    await this.audit.take(manager, noted);
  }
}
