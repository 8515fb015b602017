import type { AnnualReport, ReportWords } from '@diemcau/contracts/meetings/reports';

type Instants = 'countedAt' | 'submittedAt' | 'acceptedAt' | 'publishedAt';

export interface ReportRow extends Omit<AnnualReport, Instants | keyof ReportWords> {
  readonly words: ReportWords;
  readonly unitPath: string[];
  readonly countedAt: Date;
  readonly submittedAt: Date | null;
  readonly acceptedAt: Date | null;
  readonly publishedAt: Date | null;
}

export const reportColumns = `r.id, r.unit_id AS "unitId", r.unit_path AS "unitPath", r.unit_name AS "unitName",
  r.parent_name AS "parentName", r.year, r.state, r.words, r.figures, r.source_hash AS "sourceHash",
  r.counted_at AS "countedAt", r.return_reason AS "returnReason", r.submitted_at AS "submittedAt",
  r.accepted_at AS "acceptedAt", r.published_at AS "publishedAt", r.version`;

export const emptyWords: ReportWords = {
  number: null,
  symbol: null,
  place: null,
  signerTitle: null,
  signerName: null,
  recipients: [],
  assessment: '',
  opinions: '',
  proposals: '',
};

export const toReport = ({ words, unitPath: _path, ...row }: ReportRow): AnnualReport => ({
  ...row,
  ...words,
  countedAt: row.countedAt.toISOString(),
  submittedAt: row.submittedAt?.toISOString() ?? null,
  acceptedAt: row.acceptedAt?.toISOString() ?? null,
  publishedAt: row.publishedAt?.toISOString() ?? null,
});
