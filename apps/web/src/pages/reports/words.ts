import type { AnnualReport, CompleteReport } from '@diemcau/contracts/meetings/reports';

/** What only people can say of the year. */
export const longWords = ['assessment', 'opinions', 'proposals'] as const;
/** What the paper needs besides. */
export const shortWords = ['number', 'symbol', 'place', 'signerTitle', 'signerName'] as const;

/** A report's words while they are being written; recipients one a line. */
export type Words = Readonly<
  Record<(typeof longWords)[number] | (typeof shortWords)[number] | 'recipients', string>
>;

export const wordsOf = (report: AnnualReport): Words => ({
  assessment: report.assessment,
  opinions: report.opinions,
  proposals: report.proposals,
  number: report.number ?? '',
  symbol: report.symbol ?? '',
  place: report.place ?? '',
  signerTitle: report.signerTitle ?? '',
  signerName: report.signerName ?? '',
  recipients: report.recipients.join('\n'),
});

const orNull = (text: string): string | null => text.trim() || null;

/** As they are sent. */
export const completionOf = (words: Words) =>
  ({
    assessment: words.assessment.trim(),
    opinions: words.opinions.trim(),
    proposals: words.proposals.trim(),
    number: orNull(words.number),
    symbol: orNull(words.symbol),
    place: orNull(words.place),
    signerTitle: orNull(words.signerTitle),
    signerName: orNull(words.signerName),
    recipients: words.recipients
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== ''),
  }) satisfies Omit<CompleteReport, 'reportId' | 'version'>;
