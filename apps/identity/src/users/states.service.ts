import type { Caller } from '@diemcau/contracts/core/caller';
import { Failure } from '@diemcau/contracts/core/failure';
import { type ChangeUserState, userErrors } from '@diemcau/contracts/identity/users';
import type { UserState } from '@diemcau/contracts/identity/user-views';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import type { HeldUser } from './held-user.js';
import { unlessRefused } from './refusals.js';
import { RevokingService } from './revoking.service.js';
import { StandingService } from './standing.service.js';
import { UserNewsService } from './user-news.service.js';

interface Step {
  readonly action: string;
  readonly from: readonly UserState[];
  readonly to: UserState;
  /** The password goes with the state, too. */
  readonly forgetsPassword: boolean;
}

const lock: Step = { action: 'users.lock', from: ['active'], to: 'locked', forgetsPassword: false };
const unlock: Step = { action: 'users.unlock', from: ['locked'], to: 'active', forgetsPassword: false };
const disable: Step = {
  action: 'users.disable',
  from: ['invited', 'active', 'locked'],
  to: 'disabled',
  forgetsPassword: true,
};
const reinstate: Step = {
  action: 'users.reinstate',
  from: ['disabled'],
  to: 'invited',
  forgetsPassword: true,
};

/** `invited → active ⇄ locked → disabled`, and back to `invited` for who returns. What is so already is no fault. */
@Injectable()
export class StatesService {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly standing: StandingService,
    private readonly news: UserNewsService,
    private readonly revoking: RevokingService,
  ) {}

  /** @throws Failure `users.notFound`, `.beyond`, `.wrongState`, `.yourself`, `.lastAdmin` */
  lock(input: ChangeUserState, caller: Caller): Promise<void> {
    return this.step(lock, input, caller);
  }

  /** @throws Failure `users.notFound`, `.beyond`, `.wrongState`, `.yourself` */
  unlock(input: ChangeUserState, caller: Caller): Promise<void> {
    return this.step(unlock, input, caller);
  }

  /** @throws Failure `users.notFound`, `.beyond`, `.yourself`, `.lastAdmin` */
  disable(input: ChangeUserState, caller: Caller): Promise<void> {
    return this.step(disable, input, caller);
  }

  /** @throws Failure `users.notFound`, `.beyond`, `.wrongState`, `.yourself` */
  reinstate(input: ChangeUserState, caller: Caller): Promise<void> {
    return this.step(reinstate, input, caller);
  }

  private async step(step: Step, { userId, reason }: ChangeUserState, caller: Caller): Promise<void> {
    if (caller.kind === 'user' && caller.userId === userId) throw new Failure(userErrors.yourself);
    await unlessRefused(() =>
      this.database.transaction(async (manager) => {
        const user = await this.standing.hold(manager, userId, 'users.write', caller);
        if (user.state === step.to) return;
        if (!step.from.includes(user.state)) throw new Failure(userErrors.wrongState, { state: user.state });
        await this.take(manager, step, user);
        const { unitId, state } = user;
        const note = {
          action: step.action,
          userId,
          unitId,
          before: { state },
          after: { state: step.to, reason },
        };
        if (step.to === 'disabled') await this.news.disabled(manager, caller, note);
        else await this.news.changed(manager, caller, note);
      }),
    );
  }

  private async take(manager: EntityManager, { to, forgetsPassword }: Step, { id }: HeldUser): Promise<void> {
    await manager.query(
      `UPDATE users SET state = $2, version = version + 1,
         password_hash = CASE WHEN $3 THEN NULL ELSE password_hash END WHERE id = $1`,
      [id, to, forgetsPassword],
    );
    if (forgetsPassword) await this.revoking.forgetWaysIn(manager, [id]);
    await this.revoking.putOut(manager, [id]);
  }
}
