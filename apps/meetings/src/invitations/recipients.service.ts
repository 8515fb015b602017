import type { ServiceCaller } from '@diemcau/contracts/core/caller';
import { AddresseesClient } from '@diemcau/contracts/identity/addressees';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { InvitationRow } from './invitation-row.js';
import { NamesService } from './names.service.js';

const itself: ServiceCaller = { kind: 'service', name: 'meetings' };

export interface Recipient {
  readonly userId: string;
  readonly name: string;
}
export interface Recipients {
  /** Who is to have it now. */
  readonly now: readonly Recipient[];
  /** Who got it before, and was not told that it is over. Who has left since needs no mail. */
  readonly before: readonly Recipient[];
}

/** Whom to write to about invitations: of a site who runs it at this moment, else the invited person. */
@Injectable()
export class RecipientsService {
  constructor(
    private readonly addressees: AddresseesClient,
    private readonly names: NamesService,
  ) {}

  async of(
    manager: EntityManager,
    rows: readonly InvitationRow[],
  ): Promise<(row: InvitationRow) => Recipients> {
    const ids = rows.map(({ id }) => id);
    const before = await manager.query<{ id: string; userId: string }[]>(
      `SELECT invitation_id AS id, user_id AS "userId" FROM invitation_recipients
       WHERE invitation_id = ANY ($1) AND NOT cancelled`,
      [ids],
    );
    const unitIds = [...new Set(rows.flatMap(({ unitId }) => unitId ?? []))];
    const { items } =
      unitIds.length > 0 ? await this.addressees.operators({ unitIds }, itself) : { items: [] };
    const people = await this.names.people([
      ...rows.flatMap(({ userId }) => userId ?? []),
      ...before.map(({ userId }) => userId),
    ]);
    return ({ id, unitId, userId, state }) => ({
      now:
        state === 'revoked'
          ? []
          : unitId === null
            ? people.filter((person) => person.userId === userId)
            : items.filter((operator) => operator.unitId === unitId),
      before: people.filter(({ userId: known }) =>
        before.some((one) => one.id === id && one.userId === known),
      ),
    });
  }

  async remember(
    manager: EntityManager,
    invitationId: string,
    userIds: readonly string[],
    cancelled: boolean,
  ): Promise<void> {
    await manager.query(
      `INSERT INTO invitation_recipients (invitation_id, user_id, cancelled) SELECT $1, unnest($2::uuid[]), $3
       ON CONFLICT (invitation_id, user_id) DO UPDATE SET cancelled = excluded.cancelled`,
      [invitationId, userIds, cancelled],
    );
  }
}
