import type { Caller, ServiceCaller } from '@diemcau/contracts/core/caller';
import { Failure } from '@diemcau/contracts/core/failure';
import { AddresseesClient } from '@diemcau/contracts/identity/addressees';
import { type Delegates, type DelegatesQuery, replyErrors } from '@diemcau/contracts/meetings/replies';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import type { InvitationRow } from './invitation-row.js';
import { MineService } from './mine.service.js';
import { NamesService } from './names.service.js';

const itself: ServiceCaller = { kind: 'service', name: 'meetings' };

/** Who may come instead: somebody of the same unit, whom whoever is asked knows. */
@Injectable()
export class DelegatingService {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly mine: MineService,
    private readonly names: NamesService,
    private readonly addressees: AddresseesClient,
  ) {}

  async candidates({ invitationId, q }: DelegatesQuery, caller: Caller): Promise<Delegates> {
    const row = await this.mine.own(this.database.manager, invitationId, caller);
    const unitId = await this.unitOf(row);
    if (unitId === null) return { items: [] };
    const { items } = await this.addressees.colleagues({ unitId, ...(q !== undefined && { q }) }, itself);
    return { items: items.filter(({ userId }) => userId !== row.userId) };
  }

  /** @throws Failure `replies.delegateNeeded`, `replies.noFurther` */
  async refuseUnfit(row: InvitationRow, delegateId: string | undefined): Promise<void> {
    if (row.invitedAs === 'delegate') throw new Failure(replyErrors.noFurther);
    const unitId = await this.unitOf(row);
    const [delegate] = delegateId === undefined ? [] : await this.names.people([delegateId]);
    if (!delegate || delegate.unitId !== unitId || delegate.userId === row.userId)
      throw new Failure(replyErrors.delegateNeeded);
  }

  private async unitOf({ unitId, userId }: InvitationRow): Promise<string | null> {
    if (userId === null) return unitId;
    const [person] = await this.names.people([userId]);
    return person?.unitId ?? null;
  }
}
