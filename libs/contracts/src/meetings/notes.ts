import { ClientOf, contract, takes } from '../core/contract.js';
import { failures } from '../core/failure.js';
import { Day, Flag, Id, Instant, Int, ListOf, OneOf, Text } from '../core/fields.js';
import { cursorChars, PageQuery } from '../core/page.js';
import { FileBytes, fileMaxBytes, StoredFile } from './files.js';

export const noteKinds = ['commendation', 'violation'] as const;
export type NoteKind = (typeof noteKinds)[number];
/** A published note is never changed: corrections are added to it. */
export const noteStates = ['draft', 'published'] as const;
export type NoteState = (typeof noteStates)[number];

export class NoteCorrection {
  @Id() id: string;
  @Text({ max: 2000, multiline: true }) text: string;
  @Instant() at: string;
}

/** Praise or a breach of the rules, of a unit or of somebody in it (HB-12). */
export class Note {
  @Id() id: string;
  @OneOf(noteKinds) kind: NoteKind;
  @Id() unitId: string;
  @Text({ max: 200 }) unitName: string;
  /** Null where the note is about the unit. */
  @Id({ nullable: true }) subjectId: string | null;
  @Text({ max: 200, nullable: true }) subjectName: string | null;
  @Day() happenedOn: string;
  @Text({ max: 200 }) title: string;
  @Text({ max: 5000, multiline: true }) text: string;
  /** Read by `GET notes/{noteId}/evidence`. */
  @Flag() hasEvidence: boolean;
  @OneOf(noteStates) state: NoteState;
  @Instant({ nullable: true }) publishedAt: string | null;
  @ListOf(() => NoteCorrection, { max: 100 }) corrections: NoteCorrection[];
  @Int({ min: 1, max: 2_000_000_000 }) version: number;
}
export class NoteQuery extends PageQuery {
  @Id({ optional: true }) unitId?: string;
  @OneOf(noteKinds, { optional: true }) kind?: NoteKind;
  @OneOf(noteStates, { optional: true }) state?: NoteState;
}
export class NotePage {
  /** What happened last comes first. */
  @ListOf(() => Note, { max: 200 }) items: Note[];
  @Text({ max: cursorChars, nullable: true }) nextCursor: string | null;
  @Int({ min: 0, max: 1_000_000 }) total: number;
}
export class NoteRef {
  @Id() noteId: string;
}
export class EvidenceRange extends NoteRef {
  @Int({ min: 0, max: fileMaxBytes }) from: number;
}
export class WriteNote {
  @OneOf(noteKinds) kind: NoteKind;
  @Id() unitId: string;
  /** Somebody of that unit; left out for a note about the unit. */
  @Id({ optional: true, nullable: true }) subjectId?: string | null;
  @Day() happenedOn: string;
  @Text({ max: 200, example: 'Chuẩn bị tốt kỳ giao ban tháng 10' }) title: string;
  @Text({ max: 5000, multiline: true }) text: string;
  @Id({ optional: true, nullable: true }) evidenceId?: string | null;
}
export class ChangeNote extends NoteRef {
  /** As it was read; 412 when somebody else was quicker. */
  @Int({ min: 1, max: 2_000_000_000 }) version: number;
  @OneOf(noteKinds, { optional: true }) kind?: NoteKind;
  @Day({ optional: true }) happenedOn?: string;
  @Text({ max: 200, optional: true }) title?: string;
  @Text({ max: 5000, multiline: true, optional: true }) text?: string;
  @Id({ optional: true, nullable: true }) evidenceId?: string | null;
}
export class PublishNote extends NoteRef {
  @Int({ min: 1, max: 2_000_000_000 }) version: number;
}
export class CorrectNote extends NoteRef {
  @Text({ max: 2000, multiline: true, example: 'Ngày xảy ra là 14/10, không phải 15/10.' }) text: string;
}

/**
 * I32: a published note is seen by its subject (the person; of a unit, whoever has `notes.read` there) and by those with
 * `notes.read` over the unit; a draft by those with `notes.write` over it, and never by its subject. Nobody writes about
 * themselves.
 */
export const Notes = contract('meetings.notes', {
  list: takes(NoteQuery).gives(NotePage),
  find: takes(NoteRef).gives(Note),
  write: takes(WriteNote).gives(Note),
  change: takes(ChangeNote).gives(Note),
  publish: takes(PublishNote).gives(Note),
  correct: takes(CorrectNote).gives(Note),
  /** The evidence is seen by whoever sees the note, and not as other files are (I32). */
  evidence: takes(NoteRef).gives(StoredFile),
  readEvidence: takes(EvidenceRange).gives(FileBytes),
  /** A draft only. */
  discard: takes(NoteRef),
});
export class NotesClient extends ClientOf(Notes) {}

export const noteErrors = failures('notes', {
  notFound: { status: 404, vi: 'Không tìm thấy ghi nhận', en: 'There is no such note' },
  noSubject: {
    status: 404,
    vi: 'Không tìm thấy người này trong đơn vị',
    en: 'There is no such person in the unit',
  },
  aboutOneself: { status: 409, vi: 'Không tự ghi nhận về mình', en: 'Nobody writes notes about themselves' },
  published: {
    status: 409,
    vi: 'Ghi nhận đã công bố thì không sửa; xin ghi đính chính',
    en: 'A published note is not changed; please add a correction',
  },
  notPublished: {
    status: 409,
    vi: 'Bản nháp thì sửa trực tiếp, không cần đính chính',
    en: 'A draft is changed itself; it needs no correction',
  },
  changedMeanwhile: {
    status: 412,
    vi: 'Có người vừa sửa trước; xin tải lại rồi sửa tiếp',
    en: 'Somebody else was quicker; please reload and change again',
  },
});
