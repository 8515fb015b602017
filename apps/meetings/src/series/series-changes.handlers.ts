import type { Caller } from '@diemcau/contracts/core/caller';
import type { Handlers } from '@diemcau/contracts/core/contract';
import {
  ApproveSeries,
  ChangeSeries,
  EndSeries,
  MakeSeries,
  type Series,
  SeriesChanges,
  SeriesDateRef,
  SeriesRef,
  SetDateChoice,
} from '@diemcau/contracts/meetings/series';
import { Handles } from '@diemcau/service/bus/handles';
import { Controller } from '@nestjs/common';
import { ApprovingSeriesService } from './approving.service.js';
import { ChangingSeriesService } from './changing.service.js';
import { ChoosingService } from './choosing.service.js';
import { EndingSeriesService } from './ending.service.js';
import { MakingSeriesService } from './making.service.js';

@Controller()
export class SeriesChangesHandlers implements Handlers<typeof SeriesChanges> {
  constructor(
    private readonly making: MakingSeriesService,
    private readonly changing: ChangingSeriesService,
    private readonly ending: EndingSeriesService,
    private readonly approving: ApprovingSeriesService,
    private readonly choosing: ChoosingService,
  ) {}

  @Handles(SeriesChanges.make) async make(input: MakeSeries, caller: Caller): Promise<Series> {
    return this.making.make(input, caller);
  }

  @Handles(SeriesChanges.change) async change(input: ChangeSeries, caller: Caller): Promise<Series> {
    return this.changing.change(input, caller);
  }

  @Handles(SeriesChanges.remove) async remove({ seriesId }: SeriesRef, caller: Caller): Promise<void> {
    await this.ending.remove(seriesId, caller);
  }

  @Handles(SeriesChanges.approve) async approve(input: ApproveSeries, caller: Caller): Promise<Series> {
    return this.approving.approve(input, caller);
  }

  @Handles(SeriesChanges.end) async end(input: EndSeries, caller: Caller): Promise<Series> {
    return this.ending.end(input, caller);
  }

  @Handles(SeriesChanges.choose) async choose(input: SetDateChoice, caller: Caller): Promise<Series> {
    return this.choosing.choose(input, caller);
  }

  @Handles(SeriesChanges.unchoose) async unchoose(input: SeriesDateRef, caller: Caller): Promise<Series> {
    return this.choosing.unchoose(input, caller);
  }
}
