import type { Caller } from '@diemcau/contracts/core/caller';
import type { Handlers } from '@diemcau/contracts/core/contract';
import {
  CalendarQuery,
  type Occurrence,
  type OccurrencePage,
  OccurrenceQuery,
  Occurrences,
  type UnitCalendar,
} from '@diemcau/contracts/meetings/occurrences';
import {
  ChangeOccurrence,
  CorrectOccurrence,
  MakeOccurrence,
  OccurrenceRef,
} from '@diemcau/contracts/meetings/occurrences-changes';
import { Handles } from '@diemcau/service/bus/handles';
import { Controller } from '@nestjs/common';
import { ChangingService } from './changing.service.js';
import { CorrectionsService } from './corrections.service.js';
import { OccurrenceListingService } from './listing.service.js';
import { MakingByHandService } from './making-by-hand.service.js';
import { OccurrenceViewService } from './view.service.js';

type Answered = 'list' | 'calendar' | 'find' | 'make' | 'change' | 'correct';

@Controller()
export class OccurrencesHandlers implements Pick<Handlers<typeof Occurrences>, Answered> {
  constructor(
    private readonly listing: OccurrenceListingService,
    private readonly view: OccurrenceViewService,
    private readonly making: MakingByHandService,
    private readonly changing: ChangingService,
    private readonly corrections: CorrectionsService,
  ) {}

  @Handles(Occurrences.list) async list(input: OccurrenceQuery, caller: Caller): Promise<OccurrencePage> {
    return this.listing.list(input, caller);
  }

  @Handles(Occurrences.calendar) async calendar(input: CalendarQuery, caller: Caller): Promise<UnitCalendar> {
    return this.listing.calendar(input, caller);
  }

  @Handles(Occurrences.find) async find(
    { occurrenceId }: OccurrenceRef,
    caller: Caller,
  ): Promise<Occurrence> {
    return this.view.find(occurrenceId, caller);
  }

  @Handles(Occurrences.make) async make(input: MakeOccurrence, caller: Caller): Promise<Occurrence> {
    return this.view.find(await this.making.make(input, caller), caller);
  }

  @Handles(Occurrences.change) async change(input: ChangeOccurrence, caller: Caller): Promise<Occurrence> {
    await this.changing.change(input, caller);
    return this.view.find(input.occurrenceId, caller);
  }

  @Handles(Occurrences.correct) async correct(input: CorrectOccurrence, caller: Caller): Promise<Occurrence> {
    await this.corrections.append(input, caller);
    return this.view.find(input.occurrenceId, caller);
  }
}
