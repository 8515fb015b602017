import type { Caller } from '@diemcau/contracts/core/caller';
import type { Handlers } from '@diemcau/contracts/core/contract';
import type { FileBytes, StoredFile } from '@diemcau/contracts/meetings/files';
import {
  ChangeNote,
  CorrectNote,
  EvidenceRange,
  type Note,
  type NotePage,
  NoteQuery,
  NoteRef,
  Notes,
  PublishNote,
  WriteNote,
} from '@diemcau/contracts/meetings/notes';
import { Handles } from '@diemcau/service/bus/handles';
import { Controller } from '@nestjs/common';
import { NotesService } from './notes.service.js';
import { PublishingService } from './publishing.service.js';
import { NoteWritingService } from './writing.service.js';

@Controller()
export class NotesHandlers implements Handlers<typeof Notes> {
  constructor(
    private readonly notes: NotesService,
    private readonly writing: NoteWritingService,
    private readonly publishing: PublishingService,
  ) {}

  @Handles(Notes.list) async list(input: NoteQuery, caller: Caller): Promise<NotePage> {
    return this.notes.list(input, caller);
  }

  @Handles(Notes.find) async find({ noteId }: NoteRef, caller: Caller): Promise<Note> {
    return this.notes.find(noteId, caller);
  }

  @Handles(Notes.write) async write(input: WriteNote, caller: Caller): Promise<Note> {
    return this.notes.find(await this.writing.write(input, caller), caller);
  }

  @Handles(Notes.change) async change(input: ChangeNote, caller: Caller): Promise<Note> {
    await this.writing.change(input, caller);
    return this.notes.find(input.noteId, caller);
  }

  @Handles(Notes.publish) async publish(input: PublishNote, caller: Caller): Promise<Note> {
    await this.publishing.publish(input, caller);
    return this.notes.find(input.noteId, caller);
  }

  @Handles(Notes.correct) async correct(input: CorrectNote, caller: Caller): Promise<Note> {
    await this.publishing.correct(input, caller);
    return this.notes.find(input.noteId, caller);
  }

  @Handles(Notes.evidence) async evidence({ noteId }: NoteRef, caller: Caller): Promise<StoredFile> {
    return this.notes.evidence(noteId, caller);
  }

  @Handles(Notes.readEvidence) async readEvidence(input: EvidenceRange, caller: Caller): Promise<FileBytes> {
    return this.notes.readEvidence(input, caller);
  }

  @Handles(Notes.discard) async discard({ noteId }: NoteRef, caller: Caller): Promise<void> {
    await this.writing.discard(noteId, caller);
  }
}
