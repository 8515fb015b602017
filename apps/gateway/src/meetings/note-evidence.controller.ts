import type { Caller } from '@diemcau/contracts/core/caller';
import type { StoredFile } from '@diemcau/contracts/meetings/files';
import { NoteRef, Notes, NotesClient } from '@diemcau/contracts/meetings/notes';
import { Controller, StreamableFile } from '@nestjs/common';
import { Readable } from 'node:stream';
import { account } from '../edge/auth/access.js';
import { Route } from '../edge/http/route.js';

/** Evidence goes with its note, and to nobody else (I32). */
@Controller()
export class NoteEvidenceController {
  constructor(private readonly notes: NotesClient) {}

  @Route.get<NoteRef, StoredFile, StreamableFile>(
    'notes/:noteId/evidence',
    Notes.evidence,
    account,
    'Minh chứng của ghi nhận · Evidence of a note',
    { download: ['application/octet-stream'] },
  )
  async evidence({ noteId }: NoteRef, caller: Caller): Promise<StreamableFile> {
    const { name, mediaType, bytes } = await this.notes.evidence({ noteId }, caller);
    return new StreamableFile(Readable.from(this.parts(noteId, bytes, caller), { objectMode: false }), {
      type: mediaType,
      length: bytes,
      disposition: `attachment; filename*=UTF-8''${encodeURIComponent(name)}`,
    });
  }

  private async *parts(noteId: string, bytes: number, caller: Caller): AsyncGenerator<Buffer> {
    for (let from = 0; from < bytes;) {
      const { data } = await this.notes.readEvidence({ noteId, from }, caller);
      const part = Buffer.from(data, 'base64');
      if (part.length === 0) throw new Error('the evidence ended early');
      yield part;
      from += part.length;
    }
  }
}
