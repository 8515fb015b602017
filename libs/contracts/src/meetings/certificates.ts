import { ClientOf, contract, takes } from '../core/contract.js';
import { failures } from '../core/failure.js';
import { Day, Id, Instant, Int, ListOf, OneOf, Text } from '../core/fields.js';
import { facts } from '../core/messages.js';
import { cursorChars, PageQuery } from '../core/page.js';
import { TrainingEventRef } from './trainings.js';

export const certificateStates = ['valid', 'revoked'] as const;
export type CertificateState = (typeof certificateStates)[number];

/** What is printed on it and what anybody holding it may check. */
export class CertificateFace {
  /** `12/2026/CN-TH`: counted by issuing unit and year without gaps. */
  @Text({ max: 60 }) number: string;
  /** Made by chance, 12 letters and digits without those that are mistaken for others: `7K3M-9QPX-2RTA`. */
  @Text({ max: 20 }) code: string;
  @Text({ max: 120 }) name: string;
  /** Where the person worked when it was issued. */
  @Text({ max: 200 }) unitName: string;
  @Text({ max: 200 }) title: string;
  @Text({ max: 200 }) issuerName: string;
  @Day() firstDay: string;
  @Day() lastDay: string;
  @Int({ min: 1, max: 400 }) sessions: number;
  @Instant() issuedAt: string;
  @OneOf(certificateStates) state: CertificateState;
  @Instant({ nullable: true }) revokedAt: string | null;
}
export class Certificate extends CertificateFace {
  @Id() id: string;
  @Id() trainingId: string;
  @Id() userId: string;
  @Text({ max: 500, nullable: true }) revokedReason: string | null;
}

export class CertificateQuery extends PageQuery {
  @Id() trainingId: string;
}
export class CertificatePage {
  /** By number. */
  @ListOf(() => Certificate, { max: 200 }) items: Certificate[];
  @Text({ max: cursorChars, nullable: true }) nextCursor: string | null;
  /** All that the caller may see. */
  @Int({ min: 0, max: 400_000 }) total: number;
  /** Those of them that stand. */
  @Int({ min: 0, max: 400_000 }) standing: number;
}
export class CertificatesOfPart {
  @Id() trainingId: string;
  /** The first 200 that stand are part 1, the next part 2. */
  @Int({ min: 1, max: 2000, example: 1 }) part: number;
}
/** To print in one go. */
export class CertificatesToPrint {
  /** By number. */
  @ListOf(() => CertificateFace, { max: 200 }) items: CertificateFace[];
}
export class Issued {
  /** Certificates made now; who has one that stands gets none. */
  @Int({ min: 0, max: 400_000 }) issued: number;
}
export class CertificateRef {
  @Id() certificateId: string;
}
export class RevokeCertificate extends CertificateRef {
  @Text({ max: 500, example: 'Cấp nhầm người' }) reason: string;
}
export class VerifyCertificate {
  /** As printed; capitals, spaces and hyphens do not matter. */
  @Text({ min: 12, max: 30, example: '7K3M-9QPX-2RTA' }) code: string;
}

/** DA-1a. Issued and revoked with `trainings.manage`; read also by who may register the person; checked by anybody. */
export const Certificates = contract('meetings.certificates', {
  /** To everybody whose attendance suffices and whose sessions are all held. */
  issue: takes(TrainingEventRef).gives(Issued),
  list: takes(CertificateQuery).gives(CertificatePage),
  find: takes(CertificateRef).gives(Certificate),
  toPrint: takes(CertificatesOfPart).gives(CertificatesToPrint),
  revoke: takes(RevokeCertificate).gives(Certificate),
  verify: takes(VerifyCertificate).gives(CertificateFace),
});
export class CertificatesClient extends ClientOf(Certificates) {}

export class CertificateIssued {
  @Id() certificateId: string;
  @Id() userId: string;
  @Text({ max: 200 }) course: string;
  @Day() firstDay: string;
  @Day() lastDay: string;
  @Text({ max: 200 }) issuerName: string;
  @Text({ max: 60 }) number: string;
}
/** What the roster of operators keeps as training records (HB-11.2). */
export const CertificateFacts = facts('meetings.certificates', {
  issued: CertificateIssued,
  revoked: CertificateRef,
});

export const certificateErrors = failures('certificates', {
  notFound: { status: 404, vi: 'Không có chứng nhận này', en: 'There is no such certificate' },
  notOver: {
    status: 409,
    vi: 'Các buổi tập huấn chưa kết thúc nên chưa cấp chứng nhận',
    en: 'The sessions are not over, so no certificates can be issued',
  },
  revoked: { status: 409, vi: 'Chứng nhận này đã bị thu hồi', en: 'This certificate has been revoked' },
});
