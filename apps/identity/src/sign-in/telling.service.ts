import type { Caller } from '@diemcau/contracts/core/caller';
import type { MailKind } from '@diemcau/contracts/identity/mail';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { MailService } from '../mail/mail.service.js';
import { NotingService, type Told } from './steps/noting.service.js';

/** Whoever's way in changed reads it in the audit log and, with an address, in a mail: it may not have been them. */
@Injectable()
export class TellingService {
  constructor(
    private readonly noting: NotingService,
    private readonly mails: MailService,
  ) {}

  async password(manager: EntityManager, caller: Caller, userId: string, told: Told): Promise<void> {
    await this.tell(manager, caller, userId, told, 'passwordChanged');
  }

  async factor(manager: EntityManager, caller: Caller, userId: string, told: Told): Promise<void> {
    await this.tell(manager, caller, userId, told, 'factorChanged');
  }

  private async tell(
    manager: EntityManager,
    caller: Caller,
    userId: string,
    told: Told,
    mail: Exclude<MailKind, 'passwordReset' | 'emailConfirmation' | 'meeting'>,
  ): Promise<void> {
    await this.noting.about(manager, caller, userId, told);
    await this.mails.write(manager, userId, { kind: mail });
  }
}
