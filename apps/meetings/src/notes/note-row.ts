import type { Note, NoteCorrection } from '@diemcau/contracts/meetings/notes';

export interface NoteRow extends Omit<Note, 'publishedAt' | 'hasEvidence' | 'corrections'> {
  readonly unitPath: string[];
  readonly evidenceId: string | null;
  readonly authorId: string;
  readonly publishedAt: Date | null;
  readonly corrections: NoteCorrection[] | null;
}

export const noteColumns = `n.id, n.kind, n.unit_id AS "unitId", n.unit_path AS "unitPath", n.unit_name AS "unitName",
  n.subject_id AS "subjectId", n.subject_name AS "subjectName", n.happened_on::text AS "happenedOn", n.title, n.text,
  n.evidence_id AS "evidenceId", n.state, n.author_id AS "authorId", n.published_at AS "publishedAt", n.version,
  (SELECT json_agg(json_build_object('id', c.id, 'text', c.text,
     'at', to_char(c.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) ORDER BY c.at, c.id)
   FROM note_corrections c WHERE c.note_id = n.id) AS corrections`;

export function toNote(row: NoteRow): Note {
  const { unitPath: _path, authorId: _author, evidenceId, corrections, publishedAt, ...note } = row;
  return {
    ...note,
    hasEvidence: evidenceId !== null,
    publishedAt: publishedAt?.toISOString() ?? null,
    corrections: (corrections ?? []).slice(0, 100),
  };
}
