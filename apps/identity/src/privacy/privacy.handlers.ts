import type { Caller } from '@diemcau/contracts/core/caller';
import type { Handlers } from '@diemcau/contracts/core/contract';
import type { Nothing } from '@diemcau/contracts/core/page';
import {
  ApproveErasure,
  type ArchiveChunk,
  ArchiveChunkQuery,
  AskForArchive,
  AskForErasure,
  type DataKindList,
  Privacy,
  type PrivacyRequest,
  type PrivacyRequestPage,
  PrivacyRequestQuery,
  PrivacyRequestRef,
  RefuseRequest,
} from '@diemcau/contracts/identity/privacy';
import { Handles } from '@diemcau/service/bus/handles';
import { Controller } from '@nestjs/common';
import { ArchiveService } from './archive.service.js';
import { AskingService } from './asking.service.js';
import { DecidingService } from './deciding.service.js';
import { KindsService } from './kinds.service.js';
import { toDto } from './request-rows.js';
import { RequestsService } from './requests.service.js';

@Controller()
export class PrivacyHandlers implements Handlers<typeof Privacy> {
  constructor(
    private readonly registry: KindsService,
    private readonly register: RequestsService,
    private readonly asking: AskingService,
    private readonly deciding: DecidingService,
    private readonly archives: ArchiveService,
  ) {}

  @Handles(Privacy.kinds) async kinds(_input: Nothing, caller: Caller): Promise<DataKindList> {
    return { items: await this.registry.list(caller) };
  }

  @Handles(Privacy.requests) async requests(
    input: PrivacyRequestQuery,
    caller: Caller,
  ): Promise<PrivacyRequestPage> {
    return this.register.list(input, caller);
  }

  @Handles(Privacy.find) async find(
    { requestId }: PrivacyRequestRef,
    caller: Caller,
  ): Promise<PrivacyRequest> {
    return toDto(await this.register.find(requestId, caller));
  }

  @Handles(Privacy.askForArchive) async askForArchive(
    input: AskForArchive,
    caller: Caller,
  ): Promise<PrivacyRequest> {
    return this.asking.forArchive(input, caller);
  }

  @Handles(Privacy.askForErasure) async askForErasure(
    input: AskForErasure,
    caller: Caller,
  ): Promise<PrivacyRequest> {
    return this.asking.forErasure(input, caller);
  }

  @Handles(Privacy.approve) async approve(input: ApproveErasure, caller: Caller): Promise<PrivacyRequest> {
    return this.deciding.approve(input, caller);
  }

  @Handles(Privacy.refuse) async refuse(input: RefuseRequest, caller: Caller): Promise<PrivacyRequest> {
    return this.deciding.refuse(input, caller);
  }

  @Handles(Privacy.withdraw) async withdraw(
    { requestId }: PrivacyRequestRef,
    caller: Caller,
  ): Promise<PrivacyRequest> {
    return this.deciding.withdraw(requestId, caller);
  }

  @Handles(Privacy.archiveChunk) async archiveChunk(
    input: ArchiveChunkQuery,
    caller: Caller,
  ): Promise<ArchiveChunk> {
    return this.archives.chunk(input, caller);
  }
}
