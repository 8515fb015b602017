import { ImportFacts, type ImportsFinished } from '@diemcau/contracts/identity/import-facts';
import { KeyFacts, type KeysRevoked } from '@diemcau/contracts/identity/keys';
import { type RightsChanged, SessionFacts, type SessionsEnded } from '@diemcau/contracts/identity/sessions';
import { UnitFacts, type UnitsChanged } from '@diemcau/contracts/identity/units';
import { UserFacts, type UsersChanged } from '@diemcau/contracts/identity/users';
import { OnFact } from '@diemcau/service/bus/handles';
import { Controller } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { CourierService } from './courier.service.js';
import { HappeningsService, type Subject } from './happenings.service.js';
import type { WebhookEvent } from '@diemcau/contracts/identity/webhook-events';

/** Facts of the house under the names that outsiders know. */
@Controller()
export class WebhooksFacts {
  constructor(
    private readonly happenings: HappeningsService,
    private readonly courier: CourierService,
  ) {}

  @OnFact(UserFacts.changed) async usersChanged({ userIds }: UsersChanged, manager: EntityManager) {
    await this.note(manager, 'users.changed', 'users', userIds);
  }

  @OnFact(UserFacts.disabled) async usersDisabled({ userIds }: UsersChanged, manager: EntityManager) {
    await this.note(manager, 'users.disabled', 'users', userIds);
  }

  @OnFact(UnitFacts.changed) async unitsChanged({ unitIds }: UnitsChanged, manager: EntityManager) {
    await this.note(manager, 'units.changed', 'units', unitIds);
  }

  @OnFact(SessionFacts.rightsChanged) async rightsChanged({ users }: RightsChanged, manager: EntityManager) {
    const ids = users.map(({ userId }) => userId);
    await this.note(manager, 'rights.changed', 'users', ids);
  }

  @OnFact(SessionFacts.ended) async sessionsEnded({ userId }: SessionsEnded, manager: EntityManager) {
    await this.note(manager, 'sessions.ended', 'users', [userId]);
  }

  @OnFact(ImportFacts.finished) async importsFinished(
    { importIds }: ImportsFinished,
    manager: EntityManager,
  ) {
    await this.note(manager, 'imports.finished', 'imports', importIds);
  }

  @OnFact(KeyFacts.revoked) async keysRevoked({ keyIds }: KeysRevoked, manager: EntityManager) {
    await this.note(manager, 'keys.revoked', 'keys', keyIds);
  }

  private async note(
    manager: EntityManager,
    event: WebhookEvent,
    subject: Subject,
    ids: readonly string[],
  ): Promise<void> {
    await this.happenings.note(manager, event, subject, ids);
    this.courier.comeSoon();
  }
}
