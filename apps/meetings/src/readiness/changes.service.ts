import type { Caller } from '@diemcau/contracts/core/caller';
import type {
  AnswerReadiness,
  Checklist,
  SetChecklist,
  WaiveReadiness,
} from '@diemcau/contracts/meetings/readiness';
import { Injectable, Logger } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { SiteStandingService } from '../sites/standing.service.js';
import { ReadinessAnswersService } from './answers.service.js';
import { ChecklistsService } from './checklists.service.js';

/** Changes of readiness, each whole or not at all. */
@Injectable()
export class ReadinessChangesService {
  private readonly log = new Logger(ReadinessChangesService.name);

  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly checklists: ChecklistsService,
    private readonly answers: ReadinessAnswersService,
    private readonly standing: SiteStandingService,
  ) {}

  async answer(input: AnswerReadiness, caller: Caller): Promise<void> {
    await this.database.transaction((manager) => this.answers.answer(manager, input, caller));
  }

  async waive(input: WaiveReadiness, caller: Caller): Promise<void> {
    await this.database.transaction((manager) => this.answers.waive(manager, input, caller));
  }

  /** The sites of the province are judged by the new list in the background; every night does the same. */
  async setChecklist(input: SetChecklist, caller: Caller): Promise<Checklist> {
    const checklist = await this.database.transaction((manager) =>
      this.checklists.set(manager, input, caller),
    );
    void this.judgeAll(input.provinceId).catch((error: unknown) => {
      this.log.warn({ provinceId: input.provinceId, err: error }, 'sites are judged anew tonight only');
    });
    return checklist;
  }

  private async judgeAll(provinceId: string): Promise<void> {
    const sites = await this.database.query<{ id: string }[]>(
      `SELECT id FROM sites WHERE unit_path[1] = $1 AND state <> 'retired'`,
      [provinceId],
    );
    for (const { id } of sites) {
      await this.database.transaction((manager) => this.standing.judge(manager, id));
    }
  }
}
