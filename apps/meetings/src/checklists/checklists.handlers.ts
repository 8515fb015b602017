import type { Caller } from '@diemcau/contracts/core/caller';
import type { Handlers } from '@diemcau/contracts/core/contract';
import {
  AddChecklistItem,
  ChangeChecklistItem,
  type Preparation,
  type ChecklistBoard,
  ChecklistBoardQuery,
  ChecklistItemRef,
  ChecklistOf,
  Checklists,
  MarkChecklistItem,
} from '@diemcau/contracts/meetings/checklists';
import { Handles } from '@diemcau/service/bus/handles';
import { Controller } from '@nestjs/common';
import { ChecklistBoardService } from './board.service.js';
import { ChecklistsService } from './checklists.service.js';
import { ChecklistWritingService } from './writing.service.js';

@Controller()
export class ChecklistsHandlers implements Handlers<typeof Checklists> {
  constructor(
    private readonly checklists: ChecklistsService,
    private readonly writing: ChecklistWritingService,
    private readonly boards: ChecklistBoardService,
  ) {}

  @Handles(Checklists.list) async list({ occurrenceId }: ChecklistOf, caller: Caller): Promise<Preparation> {
    return this.checklists.list(occurrenceId, caller);
  }

  @Handles(Checklists.add) async add(input: AddChecklistItem, caller: Caller): Promise<Preparation> {
    await this.writing.add(input, caller);
    return this.checklists.list(input.occurrenceId, caller);
  }

  @Handles(Checklists.change) async change(input: ChangeChecklistItem, caller: Caller): Promise<Preparation> {
    return this.checklists.list(await this.writing.change(input, caller), caller);
  }

  @Handles(Checklists.remove) async remove(
    { itemId }: ChecklistItemRef,
    caller: Caller,
  ): Promise<Preparation> {
    return this.checklists.list(await this.writing.remove(itemId, caller), caller);
  }

  @Handles(Checklists.mark) async mark(input: MarkChecklistItem, caller: Caller): Promise<Preparation> {
    return this.checklists.list(await this.checklists.mark(input, caller), caller);
  }

  @Handles(Checklists.board) async board(
    input: ChecklistBoardQuery,
    caller: Caller,
  ): Promise<ChecklistBoard> {
    return this.boards.board(input, caller);
  }
}
