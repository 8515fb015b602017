import type { Caller } from '@diemcau/contracts/core/caller';
import {
  ChangeNote,
  CorrectNote,
  type Note,
  type NotePage,
  NoteQuery,
  NoteRef,
  Notes,
  NotesClient,
  PublishNote,
  WriteNote,
} from '@diemcau/contracts/meetings/notes';
import { Controller } from '@nestjs/common';
import { account, mayDo } from '../edge/auth/access.js';
import { Route } from '../edge/http/route.js';

const writing = mayDo('notes.write');

/** Commendations and violations (HB-12, I32): their subject needs no permission, so the owner judges alone. */
@Controller()
export class NotesController {
  constructor(private readonly notes: NotesClient) {}

  @Route.get('notes', Notes.list, account, 'Ghi nhận khen, vi phạm · Notes')
  list(input: NoteQuery, caller: Caller): Promise<NotePage> {
    return this.notes.list(input, caller);
  }

  @Route.post('notes', Notes.write, writing, 'Viết ghi nhận · Write a note', { status: 201 })
  write(input: WriteNote, caller: Caller): Promise<Note> {
    return this.notes.write(input, caller);
  }

  @Route.get('notes/:noteId', Notes.find, account, 'Một ghi nhận · One note')
  find(input: NoteRef, caller: Caller): Promise<Note> {
    return this.notes.find(input, caller);
  }

  @Route.patch('notes/:noteId', Notes.change, writing, 'Sửa bản nháp · Change a draft')
  change(input: ChangeNote, caller: Caller): Promise<Note> {
    return this.notes.change(input, caller);
  }

  @Route.post('notes/:noteId/publish', Notes.publish, writing, 'Công bố · Publish')
  publish(input: PublishNote, caller: Caller): Promise<Note> {
    return this.notes.publish(input, caller);
  }

  @Route.post('notes/:noteId/corrections', Notes.correct, writing, 'Đính chính · Add a correction')
  correct(input: CorrectNote, caller: Caller): Promise<Note> {
    return this.notes.correct(input, caller);
  }

  @Route.delete('notes/:noteId', Notes.discard, writing, 'Bỏ bản nháp · Discard a draft')
  discard(input: NoteRef, caller: Caller): Promise<void> {
    return this.notes.discard(input, caller);
  }
}
