import type { Caller } from '@diemcau/contracts/core/caller';
import { Failure } from '@diemcau/contracts/core/failure';
import type { DateChoice, Series, SeriesDateRef, SetDateChoice } from '@diemcau/contracts/meetings/series';
import { seriesErrors } from '@diemcau/contracts/meetings/series-errors';
import { Audit } from '@diemcau/service/audit/audit';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import { checkChoices } from './choice-check.js';
import { MadeMeetingsService } from './made-meetings.service.js';
import { choicesOf, SeriesService } from './series.service.js';
import { dropChoices, putChoices } from './writing.js';

/** What somebody decides about one date: move, skip, leave open, hold although nobody works. */
@Injectable()
export class ChoosingService {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly series: SeriesService,
    private readonly made: MadeMeetingsService,
    private readonly audit: Audit,
  ) {}

  /** @throws Failure `series.notADate`, `series.badChoice`, `series.past` once the meeting has begun */
  async choose({ seriesId, ...choice }: SetDateChoice, caller: Caller): Promise<Series> {
    return this.decide(seriesId, choice.nominal, caller, 'series.chooseDate', async (manager) => {
      await putChoices(manager, seriesId, [choice]);
      return choice;
    });
  }

  /** Of a date without a choice nothing changes. @throws Failure as {@link choose} */
  async unchoose({ seriesId, nominal }: SeriesDateRef, caller: Caller): Promise<Series> {
    return this.decide(seriesId, nominal, caller, 'series.unchooseDate', async (manager) => {
      await dropChoices(manager, seriesId, [{ nominal }]);
      return null;
    });
  }

  private async decide(
    seriesId: string,
    nominal: string,
    caller: Caller,
    action: string,
    write: (manager: EntityManager) => Promise<DateChoice | null>,
  ): Promise<Series> {
    await this.database.transaction(async (manager) => {
      const row = await this.series.hold(manager, caller, 'meetings.write', seriesId);
      if (row.state === 'ended') throw new Failure(seriesErrors.ended, { seriesId });
      const before = (await choicesOf(manager, seriesId)).find((choice) => choice.nominal === nominal);
      const after = await write(manager);
      checkChoices(row, [after ?? { nominal, choice: 'skip', day: null, startsAt: null, note: null }]);
      await manager.query('UPDATE series SET version = version + 1 WHERE id = $1', [seriesId]);
      await this.made.alignDate(manager, seriesId, nominal);
      await this.audit.record(manager, caller, {
        action,
        unitId: row.unitId,
        object: { kind: 'series', id: seriesId },
        ...(before && { before }),
        after: after ?? { nominal },
      });
    });
    return this.series.find(seriesId, caller);
  }
}
