import { Failure } from '@diemcau/contracts/core/failure';
import { checkErrors } from '@diemcau/contracts/meetings/checks-errors';
import { Clock } from '@diemcau/service/time/clock';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AskedDevicesService } from '../equipment/asked-devices.service.js';
import { campaignOf } from './board.service.js';
import type { OwnCheckRow } from './own-check-row.js';
import { expectedOf, PoliciesService } from './policies.service.js';

/** When a site may try, and what it is asked. */
@Injectable()
export class TryingRules {
  constructor(
    private readonly policies: PoliciesService,
    private readonly devices: AskedDevicesService,
    private readonly clock: Clock,
  ) {}

  /** @throws Failure `checks.notOpen` */
  async open(manager: EntityManager, row: OwnCheckRow) {
    const { occurrenceId, meetingState, startsAt, unitPath } = row;
    const now = this.clock.now();
    const campaign = await campaignOf(manager, occurrenceId);
    const checkable = meetingState === 'scheduled' || meetingState === 'checking';
    if (!campaign || !checkable || startsAt <= now) throw new Failure(checkErrors.notOpen);
    const policy = await this.policies.of(manager, unitPath);
    const expected = [...expectedOf(policy), ...(await this.devices.at(manager, row.siteId, row.kind))];
    return { now, closed: campaign.closedAt !== null, expected };
  }
}
