import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { MailsService } from '../mails/mails.service.js';
import { cancellationOf } from './cancellation.js';
import type { TrainingRow } from './training-row.js';

/** Writes to who is registered for an event. */
@Injectable()
export class TellingRegisteredService {
  constructor(private readonly mails: MailsService) {}

  /** Once for each cancelling: who opens an event again and cancels it again tells it again. */
  async cancelled(manager: EntityManager, training: TrainingRow, reason: string | null): Promise<void> {
    const people = await manager.query<{ userId: string }[]>(
      'SELECT user_id AS "userId" FROM registrations WHERE training_id = $1 ORDER BY user_id',
      [training.id],
    );
    const letter = cancellationOf({ ...training, reason });
    const key = (userId: string) => `training:${training.id}:cancelled:${training.version}:${userId}`;
    await this.mails.queueAll(
      manager,
      people.map(({ userId }) => ({ key: key(userId), userId, ...letter })),
    );
  }
}
