import type { Caller } from '@diemcau/contracts/core/caller';
import type { Handlers } from '@diemcau/contracts/core/contract';
import {
  AddAgendaItem,
  type Agenda,
  AgendaContract,
  AgendaItemRef,
  AgendaItemStep,
  AgendaOf,
  ChangeAgendaItem,
  OrderAgenda,
  type OwedAgenda,
  OwedAgendaQuery,
  ReturnAgendaItem,
  SubmitAgendaItem,
} from '@diemcau/contracts/meetings/agenda';
import { Handles } from '@diemcau/service/bus/handles';
import { Controller } from '@nestjs/common';
import { AgendaService } from './agenda.service.js';
import { OwedAgendaService } from './owed.service.js';
import { SubmittingService } from './submitting.service.js';
import { AgendaWritingService } from './writing.service.js';

@Controller()
export class AgendaHandlers implements Handlers<typeof AgendaContract> {
  constructor(
    private readonly agenda: AgendaService,
    private readonly writing: AgendaWritingService,
    private readonly submitting: SubmittingService,
    private readonly owing: OwedAgendaService,
  ) {}

  @Handles(AgendaContract.list) async list({ occurrenceId }: AgendaOf, caller: Caller): Promise<Agenda> {
    return this.agenda.list(occurrenceId, caller);
  }

  @Handles(AgendaContract.add) async add(input: AddAgendaItem, caller: Caller): Promise<Agenda> {
    await this.writing.add(input, caller);
    return this.agenda.list(input.occurrenceId, caller);
  }

  @Handles(AgendaContract.change) async change(input: ChangeAgendaItem, caller: Caller): Promise<Agenda> {
    return this.agenda.list(await this.writing.change(input, caller), caller);
  }

  @Handles(AgendaContract.remove) async remove({ itemId }: AgendaItemRef, caller: Caller): Promise<Agenda> {
    return this.agenda.list(await this.writing.remove(itemId, caller), caller);
  }

  @Handles(AgendaContract.order) async order(input: OrderAgenda, caller: Caller): Promise<Agenda> {
    await this.writing.order(input, caller);
    return this.agenda.list(input.occurrenceId, caller);
  }

  @Handles(AgendaContract.submit) async submit(input: SubmitAgendaItem, caller: Caller): Promise<Agenda> {
    return this.agenda.list(await this.submitting.submit(input, caller), caller);
  }

  @Handles(AgendaContract.approve) async approve(input: AgendaItemStep, caller: Caller): Promise<Agenda> {
    return this.agenda.list(await this.submitting.approve(input, caller), caller);
  }

  @Handles(AgendaContract.giveBack) async giveBack(input: ReturnAgendaItem, caller: Caller): Promise<Agenda> {
    return this.agenda.list(await this.submitting.giveBack(input, caller), caller);
  }

  @Handles(AgendaContract.owed) async owed(input: OwedAgendaQuery, caller: Caller): Promise<OwedAgenda> {
    return this.owing.owed(input, caller);
  }
}
