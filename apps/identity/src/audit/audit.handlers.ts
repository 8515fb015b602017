import { type Caller, may } from '@diemcau/contracts/core/caller';
import type { Handlers } from '@diemcau/contracts/core/contract';
import { commonFailures, Failure } from '@diemcau/contracts/core/failure';
import type { Nothing } from '@diemcau/contracts/core/page';
import {
  type AuditDetailPage,
  type AuditEntryDetail,
  AuditEntryRef,
  type AuditHead,
  AuditLog,
  type AuditPage,
  AuditQuery,
} from '@diemcau/contracts/identity/audit';
import { Handles } from '@diemcau/service/bus/handles';
import { Controller } from '@nestjs/common';
import { SealerService } from './sealer.service.js';
import { SearchService } from './search.service.js';

@Controller()
export class AuditHandlers implements Handlers<typeof AuditLog> {
  constructor(
    private readonly search: SearchService,
    private readonly sealer: SealerService,
  ) {}

  @Handles(AuditLog.list) async list(input: AuditQuery, caller: Caller): Promise<AuditPage> {
    mayRead(caller);
    return this.search.list(input, caller);
  }

  @Handles(AuditLog.find) async find({ entryId }: AuditEntryRef, caller: Caller): Promise<AuditEntryDetail> {
    return this.search.find(entryId, caller);
  }

  @Handles(AuditLog.export) async export(input: AuditQuery, caller: Caller): Promise<AuditDetailPage> {
    mayRead(caller);
    return this.search.export(input, caller);
  }

  @Handles(AuditLog.head) async head(_input: Nothing, caller: Caller): Promise<AuditHead> {
    mayRead(caller);
    const { position, hash, sealedAt } = await this.sealer.head();
    return {
      position,
      hash: hash.toString('hex'),
      sealedAt: sealedAt?.toISOString() ?? null,
      unsealed: await this.sealer.waiting(),
    };
  }
}

function mayRead(caller: Caller): void {
  if (!may(caller, 'audit.read')) throw new Failure(commonFailures.notAllowed);
}
