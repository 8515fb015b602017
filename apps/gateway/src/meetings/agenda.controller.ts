import type { Caller } from '@diemcau/contracts/core/caller';
import {
  AddAgendaItem,
  type Agenda,
  AgendaClient,
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
import { Controller } from '@nestjs/common';
import { mayDo } from '../edge/auth/access.js';
import { Route } from '../edge/http/route.js';

@Controller()
export class AgendaController {
  constructor(private readonly agenda: AgendaClient) {}

  @Route.get(
    'occurrences/:occurrenceId/agenda',
    AgendaContract.list,
    mayDo('meetings.read'),
    'Chương trình họp · Agenda',
  )
  list(input: AgendaOf, caller: Caller): Promise<Agenda> {
    return this.agenda.list(input, caller);
  }

  @Route.get(
    'agenda',
    AgendaContract.owed,
    mayDo('meetings.read'),
    'Nội dung họp còn phải nộp · Points still to be submitted',
  )
  owed(input: OwedAgendaQuery, caller: Caller): Promise<OwedAgenda> {
    return this.agenda.owed(input, caller);
  }

  @Route.post(
    'occurrences/:occurrenceId/agenda',
    AgendaContract.add,
    mayDo('meetings.read'),
    'Thêm mục · Add a point',
    { status: 201 },
  )
  add(input: AddAgendaItem, caller: Caller): Promise<Agenda> {
    return this.agenda.add(input, caller);
  }

  @Route.put(
    'occurrences/:occurrenceId/agenda/order',
    AgendaContract.order,
    mayDo('meetings.read'),
    'Xếp thứ tự · Order the points',
  )
  order(input: OrderAgenda, caller: Caller): Promise<Agenda> {
    return this.agenda.order(input, caller);
  }

  @Route.patch('agenda/:itemId', AgendaContract.change, mayDo('meetings.read'), 'Sửa mục · Change a point')
  change(input: ChangeAgendaItem, caller: Caller): Promise<Agenda> {
    return this.agenda.change(input, caller);
  }

  @Route.delete('agenda/:itemId', AgendaContract.remove, mayDo('meetings.read'), 'Bỏ mục · Remove a point')
  remove(input: AgendaItemRef, caller: Caller): Promise<Agenda> {
    return this.agenda.remove(input, caller);
  }

  @Route.post('agenda/:itemId/submit', AgendaContract.submit, mayDo('meetings.read'), 'Nộp nội dung · Submit')
  submit(input: SubmitAgendaItem, caller: Caller): Promise<Agenda> {
    return this.agenda.submit(input, caller);
  }

  @Route.post(
    'agenda/:itemId/approve',
    AgendaContract.approve,
    mayDo('meetings.write'),
    'Duyệt nội dung · Approve',
  )
  approve(input: AgendaItemStep, caller: Caller): Promise<Agenda> {
    return this.agenda.approve(input, caller);
  }

  @Route.post(
    'agenda/:itemId/return',
    AgendaContract.giveBack,
    mayDo('meetings.write'),
    'Trả lại nội dung · Return',
  )
  giveBack(input: ReturnAgendaItem, caller: Caller): Promise<Agenda> {
    return this.agenda.giveBack(input, caller);
  }
}
