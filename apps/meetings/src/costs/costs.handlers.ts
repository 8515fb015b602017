import type { Caller } from '@diemcau/contracts/core/caller';
import type { Handlers } from '@diemcau/contracts/core/contract';
import {
  AddCost,
  ChangeCost,
  type CostLine,
  type CostList,
  CostQuery,
  CostRef,
  Costs,
  CostSumQuery,
  type CostSums,
} from '@diemcau/contracts/meetings/costs';
import { Handles } from '@diemcau/service/bus/handles';
import { Controller } from '@nestjs/common';
import { CostsService } from './costs.service.js';
import { CostSumsService } from './sums.service.js';

@Controller()
export class CostsHandlers implements Handlers<typeof Costs> {
  constructor(
    private readonly costs: CostsService,
    private readonly summing: CostSumsService,
  ) {}

  @Handles(Costs.of) async of(input: CostQuery, caller: Caller): Promise<CostList> {
    return this.costs.of(input, caller);
  }

  @Handles(Costs.add) async add(input: AddCost, caller: Caller): Promise<CostLine> {
    return this.costs.add(input, caller);
  }

  @Handles(Costs.change) async change(input: ChangeCost, caller: Caller): Promise<CostLine> {
    return this.costs.change(input, caller);
  }

  @Handles(Costs.remove) async remove(input: CostRef, caller: Caller): Promise<void> {
    await this.costs.remove(input, caller);
  }

  @Handles(Costs.sums) async sums(input: CostSumQuery, caller: Caller): Promise<CostSums> {
    return this.summing.sums(input, caller);
  }
}
