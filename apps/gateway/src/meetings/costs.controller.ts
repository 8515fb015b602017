import type { Caller } from '@diemcau/contracts/core/caller';
import {
  AddCost,
  ChangeCost,
  type CostLine,
  type CostList,
  CostQuery,
  CostRef,
  Costs,
  CostsClient,
  CostSumQuery,
  type CostSums,
} from '@diemcau/contracts/meetings/costs';
import { Controller, StreamableFile } from '@nestjs/common';
import { mayDo } from '../edge/auth/access.js';
import { Route } from '../edge/http/route.js';
import { xlsxType } from '../identity/imports-files.js';
import { costsFile } from './sites-files.js';

const [read, write] = [mayDo('sites.read'), mayDo('sites.write')];

/** What sites cost, planned and spent (HB-11.3). */
@Controller()
export class CostsController {
  constructor(private readonly costs: CostsClient) {}

  @Route.get('sites/:siteId/costs', Costs.of, read, 'Kinh phí một năm · Costs of a year')
  of(input: CostQuery, caller: Caller): Promise<CostList> {
    return this.costs.of(input, caller);
  }

  @Route.post('sites/:siteId/costs', Costs.add, write, 'Thêm khoản chi · Add a cost', { status: 201 })
  add(input: AddCost, caller: Caller): Promise<CostLine> {
    return this.costs.add(input, caller);
  }

  @Route.patch('site-costs/:costId', Costs.change, write, 'Sửa khoản chi · Change a cost')
  change(input: ChangeCost, caller: Caller): Promise<CostLine> {
    return this.costs.change(input, caller);
  }

  @Route.delete('site-costs/:costId', Costs.remove, write, 'Xoá khoản chi · Remove a cost')
  remove(input: CostRef, caller: Caller): Promise<void> {
    return this.costs.remove(input, caller);
  }

  @Route.get('site-costs', Costs.sums, read, 'Tổng kinh phí theo đơn vị · Sums by unit')
  sums(input: CostSumQuery, caller: Caller): Promise<CostSums> {
    return this.costs.sums(input, caller);
  }

  @Route.get<CostSumQuery, CostSums, StreamableFile>(
    'site-costs/export.xlsx',
    Costs.sums,
    read,
    'Tổng kinh phí, .xlsx · Sums as .xlsx',
    { download: [xlsxType] },
  )
  async sumsXlsx(input: CostSumQuery, caller: Caller): Promise<StreamableFile> {
    return costsFile(await this.costs.sums(input, caller), input.year);
  }
}
