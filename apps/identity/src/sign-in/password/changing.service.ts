import type { UserCaller } from '@diemcau/contracts/core/caller';
import { Failure } from '@diemcau/contracts/core/failure';
import { type ChangePassword, passwordErrors } from '@diemcau/contracts/identity/sign-in';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { EndingService } from '../../sessions/ending.service.js';
import { ConfirmingService } from '../factors/confirming.service.js';
import { TellingService } from '../telling.service.js';
import { ChoosingService } from './choosing.service.js';

/** One's own password. */
@Injectable()
export class ChangingPasswordService {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly confirming: ConfirmingService,
    private readonly choosing: ChoosingService,
    private readonly ending: EndingService,
    private readonly telling: TellingService,
  ) {}

  /** @throws Failure `passwords.currentWrong`, `sessions.slowDown`, and what {@link ChoosingService.judge} throws */
  async change({ current, password }: ChangePassword, caller: UserCaller): Promise<void> {
    await this.confirming.password(caller, current);
    if (current === password) throw new Failure(passwordErrors.unchanged);
    const chosen = await this.choosing.judge(caller.userId, password);
    await this.database.transaction(async (manager) => {
      await this.choosing.set(manager, caller.userId, chosen);
      const ended = await this.ending.endOthers(manager, caller);
      await this.telling.password(manager, caller, caller.userId, {
        action: 'passwords.change',
        after: { ended },
      });
    });
  }
}
