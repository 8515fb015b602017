import type { Caller } from '@diemcau/contracts/core/caller';
import type { Handlers } from '@diemcau/contracts/core/contract';
import {
  AddCatalogueItem,
  Catalogue,
  type CatalogueItem,
  type CataloguePage,
  CatalogueQuery,
  ChangeCatalogueItem,
} from '@diemcau/contracts/meetings/catalogue';
import { Handles } from '@diemcau/service/bus/handles';
import { Controller } from '@nestjs/common';
import { CatalogueService } from './catalogue.service.js';
import { DefiningService } from './defining.service.js';

@Controller()
export class CatalogueHandlers implements Handlers<typeof Catalogue> {
  constructor(
    private readonly catalogue: CatalogueService,
    private readonly defining: DefiningService,
  ) {}

  @Handles(Catalogue.list) async list(input: CatalogueQuery, caller: Caller): Promise<CataloguePage> {
    return this.catalogue.list(input, caller);
  }

  @Handles(Catalogue.add) async add(input: AddCatalogueItem, caller: Caller): Promise<CatalogueItem> {
    return this.defining.add(input, caller);
  }

  @Handles(Catalogue.change) async change(
    input: ChangeCatalogueItem,
    caller: Caller,
  ): Promise<CatalogueItem> {
    return this.defining.change(input, caller);
  }
}
