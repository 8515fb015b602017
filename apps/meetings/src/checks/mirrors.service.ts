import { Failure } from '@diemcau/contracts/core/failure';
import { checkErrors } from '@diemcau/contracts/meetings/checks-errors';
import type { MirrorTicket } from '@diemcau/contracts/meetings/checks-own';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { MeetingsConfig } from '../config.js';
import { mirrorTicket, subjectOfCheck } from './mirror-tickets.js';
import { OwnChecksService, type Speaker } from './own-checks.service.js';
import { TryingRules } from './trying-rules.service.js';

/** Lets a site that is trying measure its sound and picture against the SFU. */
@Injectable()
export class MirrorsService {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly own: OwnChecksService,
    private readonly rules: TryingRules,
    private readonly config: MeetingsConfig,
  ) {}

  /** @throws Failure `checks.notFound`, `.notOpen`, `.notRunning`, `.noRoom` */
  async ticketFor(occurrenceId: string, siteId: string, speaker: Speaker): Promise<MirrorTicket> {
    const { manager } = this.database;
    const row = await this.own.row(manager, occurrenceId, siteId, speaker);
    await this.rules.open(manager, row);
    if (row.state !== 'running') throw new Failure(checkErrors.notRunning);
    if (row.roomId === null) throw new Failure(checkErrors.noRoom);
    return this.sign(row.roomId, subjectOfCheck(occurrenceId, siteId, row.attempt));
  }

  /** For whoever has judged that the subject may be tested now. */
  sign(roomId: string, subject: string): MirrorTicket {
    return mirrorTicket(this.config.ticketSecret, roomId, subject);
  }
}
