import type { Caller, UserCaller } from '@diemcau/contracts/core/caller';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { EndingService } from '../../sessions/ending.service.js';
import { StandingService } from '../../users/standing.service.js';
import { FactorListService } from './factor-list.service.js';
import { FactorsService } from './factors.service.js';

/** Taking second factors away: one's own, or, for an operator, those somebody has lost. */
@Injectable()
export class RemovingFactorsService {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly factors: FactorsService,
    private readonly list: FactorListService,
    private readonly standing: StandingService,
    private readonly ending: EndingService,
  ) {}

  /** @throws Failure `secondFactors.notFound`, `secondFactors.lastRequired` */
  async own(factorId: string, caller: UserCaller): Promise<void> {
    await this.database.transaction(async (manager) => {
      // Two removals at once could each leave the other as the last.
      await manager.query('SELECT FROM users WHERE id = $1 FOR UPDATE', [caller.userId]);
      await this.list.refuseLast(caller, await this.factors.count(manager, caller.userId));
      await this.factors.remove(manager, caller.userId, factorId, caller);
    });
  }

  /** @throws Failure `users.notFound`, `users.beyond` */
  async mayLookAt(userId: string, caller: Caller): Promise<void> {
    await this.database.transaction((manager) =>
      this.standing.hold(manager, userId, 'users.secrets', caller),
    );
  }

  /** @throws Failure `users.notFound`, `users.beyond`, `secondFactors.notFound` */
  async lost(userId: string, factorId: string, caller: Caller): Promise<void> {
    await this.database.transaction(async (manager) => {
      await this.standing.hold(manager, userId, 'users.secrets', caller);
      await this.factors.remove(manager, userId, factorId, caller);
      await this.ending.end(manager, userId);
    });
  }
}
