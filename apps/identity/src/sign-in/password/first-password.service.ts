import { anonymous } from '@diemcau/contracts/core/caller';
import type { SignInStep } from '@diemcau/contracts/identity/sessions';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { AnsweringService } from '../steps/answering.service.js';
import { ChallengesService } from '../steps/challenges.service.js';
import { TellingService } from '../telling.service.js';
import { ChoosingService } from './choosing.service.js';

/** What an initial secret leads to, and nothing else. */
@Injectable()
export class FirstPasswordService {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly answering: AnsweringService,
    private readonly challenges: ChallengesService,
    private readonly choosing: ChoosingService,
    private readonly telling: TellingService,
  ) {}

  /** @throws Failure `signIn.challengeOver`, and what {@link ChoosingService.judge} throws, which leaves the step open */
  async choose(token: string, password: string): Promise<SignInStep> {
    const step = await this.answering.attempt(token, 'newPassword');
    const chosen = await this.choosing.judge(step.userId, password);
    await this.database.transaction(async (manager) => {
      await this.challenges.use(step.hash, manager);
      await this.choosing.set(manager, step.userId, chosen);
      await this.telling.password(manager, anonymous, step.userId, { action: 'passwords.choose', after: {} });
    });
    return this.answering.goOn({ ...step, initial: false });
  }
}
