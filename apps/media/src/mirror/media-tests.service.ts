import { Failure } from '@diemcau/contracts/core/failure';
import { type MediaTest, mirrorErrors } from '@diemcau/contracts/media/mirror';
import { reasonsOfPicture, reasonsOfSound } from '@diemcau/contracts/meetings/check-limits';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

type MediaTestRow = Omit<MediaTest, 'measuredAt' | 'reasons'> & { readonly measuredAt: Date };

const columns = `id, room_id AS "roomId", subject, measured_ms AS "measuredMs", sound, picture, measured_at AS "measuredAt"`;

/** What was measured stays as it was; what is thought of it follows the limits. */
const toDto = ({ measuredAt, ...row }: MediaTestRow): MediaTest => ({
  ...row,
  reasons: [...reasonsOfSound(row.sound), ...reasonsOfPicture(row.picture)],
  measuredAt: measuredAt.toISOString(),
});

/** Finished tests of sound and picture. */
@Injectable()
export class MediaTestsService {
  constructor(private readonly database: DataSource) {}

  async keep(test: Omit<MediaTest, 'measuredAt' | 'reasons'>): Promise<MediaTest> {
    const [row] = await this.database.query<[MediaTestRow]>(
      `INSERT INTO media_test (id, room_id, subject, measured_ms, sound, picture)
       VALUES ($1, $2, $3, $4, $5, $6) RETURNING ${columns}`,
      [
        test.id,
        test.roomId,
        test.subject,
        test.measuredMs,
        test.sound && JSON.stringify(test.sound),
        test.picture && JSON.stringify(test.picture),
      ],
    );
    return toDto(row);
  }

  /** @throws Failure `mirror.notFound` */
  async find(id: string): Promise<MediaTest> {
    const [row] = await this.database.query<MediaTestRow[]>(
      `SELECT ${columns} FROM media_test WHERE id = $1`,
      [id],
    );
    if (!row) throw new Failure(mirrorErrors.notFound);
    return toDto(row);
  }
}
