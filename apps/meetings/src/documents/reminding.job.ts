import { Jobs } from '@diemcau/service/jobs/jobs';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { MailsService } from '../mails/mails.service.js';
import { SiteStandingService } from '../sites/standing.service.js';
import { expiringDays } from './document-row.js';

interface Ending {
  readonly id: string;
  readonly title: string;
  readonly siteName: string;
  readonly validTo: string;
  readonly userIds: string[];
}

/** Tells the operators of a site that a paper of theirs ends soon (DA-1c): once for every end. */
@Injectable()
export class DocumentRemindingJob {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly mails: MailsService,
    private readonly standing: SiteStandingService,
    jobs: Jobs,
  ) {
    jobs.every('meetings.documents.reminding', '30 7 * * *', () => this.remind());
  }

  async remind(): Promise<void> {
    await this.database.transaction(async (manager) => {
      const [ending] = await manager.query<[Ending[], number]>(
        `UPDATE site_documents d SET reminded_of = valid_to FROM sites s
         WHERE s.id = d.site_id AND s.state <> 'retired' AND d.reminded_of IS DISTINCT FROM d.valid_to
           AND d.valid_to BETWEEN $1::date AND $1::date + ${expiringDays}
         RETURNING d.id, d.title, s.name AS "siteName", d.valid_to::text AS "validTo", array(
           SELECT user_id FROM site_operators WHERE site_id = s.id AND user_id IS NOT NULL) AS "userIds"`,
        [this.standing.today()],
      );
      for (const document of ending) {
        for (const userId of document.userIds) {
          await this.mails.queue(manager, {
            key: `site-document:${document.id}:${document.validTo}:${userId}`,
            userId,
            subject: `Văn bản sắp hết hiệu lực: ${document.title}`.slice(0, 200),
            text: textOf(document),
          });
        }
      }
    });
  }
}

const textOf = ({ title, siteName, validTo }: Ending): string => {
  const day = validTo.split('-').reverse().join('/');
  return (
    `Văn bản «${title}» của điểm cầu ${siteName} hết hiệu lực sau ngày ${day}. ` +
    'Xin lập văn bản mới và cập nhật trên hệ thống.\n\n' +
    `The document “${title}” of the site ${siteName} is valid until ${day}. Please renew it in the system.`
  );
};
