import { type Caller } from '@diemcau/contracts/core/caller';
import { Failure } from '@diemcau/contracts/core/failure';
import { folded } from '@diemcau/contracts/core/folded';
import { trainingErrors } from '@diemcau/contracts/meetings/trainings-errors';
import { Clock } from '@diemcau/service/time/clock';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager, QueryFailedError } from 'typeorm';
import { type Registrant, RegistrantsService } from './registrants.service.js';
import { isRegistering, type TrainingRow } from './training-row.js';

/** Seats at the sites of an event: taken by who races for them until none is left, whoever asks. */
@Injectable()
export class SeatsService {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly registrants: RegistrantsService,
    private readonly clock: Clock,
  ) {}

  /**
   * For all of them or none; who is registered already stays where they are.
   * @param find the event as the caller may see it
   * @returns who was not registered before
   * @throws Failure `trainings.closed`, `.personUnknown`, `.placesUnknown`, `.full`
   */
  async take(
    siteId: string,
    people: readonly Registrant[],
    caller: Caller,
    find: (manager: EntityManager) => Promise<TrainingRow>,
  ): Promise<number> {
    try {
      return await this.database.transaction(async (manager) => {
        const training = await find(manager);
        if (!isRegistering(training, this.clock.now())) throw new Failure(trainingErrors.closed);
        // One province's people to one province's training.
        if (people.some(({ path }) => path[0] !== training.unitPath[0])) {
          throw new Failure(trainingErrors.personUnknown);
        }
        const [place] = await manager.query<unknown[]>(
          'SELECT 1 FROM training_places WHERE training_id = $1 AND site_id = $2 FOR NO KEY UPDATE',
          [training.id, siteId],
        );
        if (!place) throw new Failure(trainingErrors.placesUnknown, { siteId });
        const added = await this.write(manager, training.id, siteId, people, caller);
        await this.registrants.note(manager, caller, 'trainings.register', training, { siteId, added });
        return added;
      });
    } catch (error) {
      if (error instanceof QueryFailedError && error.message.includes('training_places_room')) {
        throw new Failure(trainingErrors.full, { siteId });
      }
      throw error;
    }
  }

  private async write(
    manager: EntityManager,
    trainingId: string,
    siteId: string,
    people: readonly Registrant[],
    caller: Caller,
  ): Promise<number> {
    const rows = people.map((one) => ({ ...one, search: folded(`${one.name} ${one.unitName}`) }));
    const made = await manager.query<unknown[]>(
      `INSERT INTO registrations (training_id, user_id, site_id, name, unit_id, unit_path, unit_name, search, by_user_id, at)
       SELECT $1, "userId", $2, name, "unitId", path, "unitName", search, $3, $4
       FROM jsonb_to_recordset($5)
         AS one ("userId" uuid, name text, "unitId" uuid, path uuid[], "unitName" text, search text)
       ON CONFLICT (training_id, user_id) DO NOTHING RETURNING 1`,
      [
        trainingId,
        siteId,
        caller.kind === 'user' ? caller.userId : null,
        this.clock.now(),
        JSON.stringify(rows),
      ],
    );
    return made.length;
  }
}
