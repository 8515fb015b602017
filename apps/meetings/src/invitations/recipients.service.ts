import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { OperatorsService, type Recipient as Addressed } from '../mails/operators.service.js';
import type { InvitationRow } from './invitation-row.js';
import { NamesService } from './names.service.js';

export interface Recipient extends Addressed {
  readonly name: string;
}
export interface Recipients {
  /** Who is to have it now. */
  readonly now: readonly Recipient[];
  /** Who got it before, and was not told that it is over. Who has left since needs no mail. */
  readonly before: readonly Recipient[];
}
interface Told extends Addressed {
  readonly invitationId: string;
}

/** Whom to write to about invitations: of a site who runs it at this moment, else the invited person. */
@Injectable()
export class RecipientsService {
  constructor(
    private readonly operators: OperatorsService,
    private readonly names: NamesService,
  ) {}

  async of(
    manager: EntityManager,
    rows: readonly InvitationRow[],
  ): Promise<(row: InvitationRow) => Recipients> {
    const told = await manager.query<Told[]>(
      `SELECT invitation_id AS "invitationId", recipient_id AS id, account FROM invitation_recipients
       WHERE invitation_id = ANY ($1) AND NOT cancelled`,
      [rows.map(({ id }) => id)],
    );
    const unitIds = [...new Set(rows.flatMap(({ unitId }) => unitId ?? []))];
    const operators = unitIds.length > 0 ? await this.operators.of(unitIds) : [];
    const people = await this.stillThere([
      ...rows.flatMap(({ userId }) => (userId === null ? [] : { id: userId, account: true })),
      ...told,
    ]);
    return ({ id, unitId, userId, state }) => ({
      now:
        state === 'revoked'
          ? []
          : unitId === null
            ? people.filter((person) => person.id === userId)
            : operators.filter((operator) => operator.unitId === unitId),
      before: people.filter((person) => told.some((one) => one.invitationId === id && one.id === person.id)),
    });
  }

  /** With their names; who has left is left out. */
  async stillThere(recipients: readonly Addressed[]): Promise<Recipient[]> {
    const idsOf = (kind: boolean) => recipients.flatMap(({ id, account }) => (account === kind ? id : []));
    const [accounts, entries] = await Promise.all([
      this.names.people(idsOf(true)),
      this.operators.unregistered(idsOf(false)),
    ]);
    return [...accounts.map(({ userId, name }) => ({ id: userId, account: true, name })), ...entries];
  }

  async remember(
    manager: EntityManager,
    invitationId: string,
    recipients: readonly Addressed[],
    cancelled: boolean,
  ): Promise<void> {
    for (const { id, account } of recipients) {
      await manager.query(
        `INSERT INTO invitation_recipients (invitation_id, recipient_id, account, cancelled) VALUES ($1, $2, $3, $4)
         ON CONFLICT (invitation_id, recipient_id) DO UPDATE SET cancelled = excluded.cancelled`,
        [invitationId, id, account, cancelled],
      );
    }
  }
}
