import type { Caller } from '@diemcau/contracts/core/caller';
import {
  AddChecklistItem,
  ChangeChecklistItem,
  type Preparation,
  type ChecklistBoard,
  ChecklistBoardQuery,
  ChecklistItemRef,
  ChecklistOf,
  Checklists,
  ChecklistsClient,
  MarkChecklistItem,
} from '@diemcau/contracts/meetings/checklists';
import { Controller } from '@nestjs/common';
import { mayDo } from '../edge/auth/access.js';
import { Route } from '../edge/http/route.js';

@Controller()
export class ChecklistsController {
  constructor(private readonly checklists: ChecklistsClient) {}

  @Route.get(
    'checklist',
    Checklists.board,
    mayDo('meetings.read'),
    'Bảng việc chuẩn bị · What is to be prepared',
  )
  board(input: ChecklistBoardQuery, caller: Caller): Promise<ChecklistBoard> {
    return this.checklists.board(input, caller);
  }

  @Route.get(
    'occurrences/:occurrenceId/checklist',
    Checklists.list,
    mayDo('meetings.read'),
    'Việc chuẩn bị của phiên họp · A meeting’s checklist',
  )
  list(input: ChecklistOf, caller: Caller): Promise<Preparation> {
    return this.checklists.list(input, caller);
  }

  @Route.post(
    'occurrences/:occurrenceId/checklist',
    Checklists.add,
    mayDo('meetings.read'),
    'Thêm việc · Add an item',
    { status: 201 },
  )
  add(input: AddChecklistItem, caller: Caller): Promise<Preparation> {
    return this.checklists.add(input, caller);
  }

  @Route.patch('checklist/:itemId', Checklists.change, mayDo('meetings.read'), 'Sửa việc · Change an item')
  change(input: ChangeChecklistItem, caller: Caller): Promise<Preparation> {
    return this.checklists.change(input, caller);
  }

  @Route.delete('checklist/:itemId', Checklists.remove, mayDo('meetings.read'), 'Bỏ việc · Remove an item')
  remove(input: ChecklistItemRef, caller: Caller): Promise<Preparation> {
    return this.checklists.remove(input, caller);
  }

  @Route.put(
    'checklist/:itemId/done',
    Checklists.mark,
    mayDo('meetings.read'),
    'Đánh dấu đã làm · Mark as done',
  )
  mark(input: MarkChecklistItem, caller: Caller): Promise<Preparation> {
    return this.checklists.mark(input, caller);
  }
}
