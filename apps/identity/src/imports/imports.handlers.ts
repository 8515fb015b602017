import type { Caller } from '@diemcau/contracts/core/caller';
import type { Handlers } from '@diemcau/contracts/core/contract';
import {
  type SlipCountPage,
  SlipCountQuery,
  type SlipPage,
  SlipQuery,
} from '@diemcau/contracts/identity/import-slips';
import {
  BeginImport,
  type ImportKindList,
  ImportKindRef,
  type ImportKindView,
  type ImportPage,
  ImportPart,
  ImportQuery,
  ImportRef,
  type ImportRowPage,
  ImportRowQuery,
  Imports,
  type ImportView,
  ImportWhole,
  MapColumns,
} from '@diemcau/contracts/identity/imports';
import { Handles } from '@diemcau/service/bus/handles';
import { Controller } from '@nestjs/common';
import { ImportFilesService } from './import-files.service.js';
import { ImportRowsService } from './import-rows.service.js';
import { ImportsService } from './imports.service.js';
import { KindsService } from './kinds.service.js';
import { SlipsService } from './slips.service.js';

@Controller()
export class ImportsHandlers implements Handlers<typeof Imports> {
  constructor(
    private readonly imports: ImportsService,
    private readonly files: ImportFilesService,
    private readonly importRows: ImportRowsService,
    private readonly importKinds: KindsService,
    private readonly credentialSlips: SlipsService,
  ) {}

  @Handles(Imports.kinds) async kinds(): Promise<ImportKindList> {
    return { items: this.importKinds.all() };
  }

  @Handles(Imports.kind) async kind({ kind }: ImportKindRef): Promise<ImportKindView> {
    return this.importKinds.view(kind);
  }

  @Handles(Imports.begin) async begin(input: BeginImport, caller: Caller): Promise<ImportView> {
    return this.files.begin(input, caller);
  }

  @Handles(Imports.addPart) async addPart(input: ImportPart, caller: Caller): Promise<void> {
    return this.files.addPart(input, caller);
  }

  @Handles(Imports.complete) async complete(input: ImportWhole, caller: Caller): Promise<ImportView> {
    return this.files.complete(input, caller);
  }

  @Handles(Imports.list) async list(input: ImportQuery, caller: Caller): Promise<ImportPage> {
    return this.imports.list(input, caller);
  }

  @Handles(Imports.find) async find({ importId }: ImportRef, caller: Caller): Promise<ImportView> {
    return this.imports.find(importId, caller);
  }

  @Handles(Imports.map) async map(input: MapColumns, caller: Caller): Promise<ImportView> {
    return this.imports.map(input, caller);
  }

  @Handles(Imports.rows) async rows(input: ImportRowQuery, caller: Caller): Promise<ImportRowPage> {
    return this.importRows.list(input, caller);
  }

  @Handles(Imports.start) async start({ importId }: ImportRef, caller: Caller): Promise<ImportView> {
    return this.imports.start(importId, caller);
  }

  @Handles(Imports.cancel) async cancel({ importId }: ImportRef, caller: Caller): Promise<ImportView> {
    return this.imports.cancel(importId, caller);
  }

  @Handles(Imports.slips) async slips(input: SlipQuery, caller: Caller): Promise<SlipPage> {
    return this.credentialSlips.page(input, caller);
  }

  @Handles(Imports.slipCounts) async slipCounts(
    input: SlipCountQuery,
    caller: Caller,
  ): Promise<SlipCountPage> {
    return this.credentialSlips.counts(input, caller);
  }
}
