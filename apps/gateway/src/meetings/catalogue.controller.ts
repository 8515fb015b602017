import type { Caller } from '@diemcau/contracts/core/caller';
import {
  AddCatalogueItem,
  Catalogue,
  CatalogueClient,
  type CatalogueItem,
  type CataloguePage,
  CatalogueQuery,
  ChangeCatalogueItem,
} from '@diemcau/contracts/meetings/catalogue';
import { Controller } from '@nestjs/common';
import { mayDo } from '../edge/auth/access.js';
import { Route } from '../edge/http/route.js';

const reading = mayDo('sites.read');
const configuring = mayDo('sites.configure');

/** What equipment a province knows (TM-1c). */
@Controller()
export class CatalogueController {
  constructor(private readonly catalogue: CatalogueClient) {}

  @Route.get('catalogue', Catalogue.list, reading, 'Danh mục thiết bị · Catalogue of equipment')
  list(input: CatalogueQuery, caller: Caller): Promise<CataloguePage> {
    return this.catalogue.list(input, caller);
  }

  @Route.post('catalogue', Catalogue.add, configuring, 'Thêm vào danh mục · Add an item', { status: 201 })
  add(input: AddCatalogueItem, caller: Caller): Promise<CatalogueItem> {
    return this.catalogue.add(input, caller);
  }

  @Route.patch(
    'catalogue/:itemId',
    Catalogue.change,
    configuring,
    'Sửa, ngừng một mục · Change or retire an item',
  )
  change(input: ChangeCatalogueItem, caller: Caller): Promise<CatalogueItem> {
    return this.catalogue.change(input, caller);
  }
}
