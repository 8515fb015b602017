import type { Caller } from '@diemcau/contracts/core/caller';
import type { Handlers } from '@diemcau/contracts/core/contract';
import { AskForEmail, ConfirmEmail, type EmailConfirmed, Emails } from '@diemcau/contracts/identity/emails';
import { Handles } from '@diemcau/service/bus/handles';
import { Controller } from '@nestjs/common';
import { EmailsService } from './emails.service.js';

@Controller()
export class EmailsHandlers implements Handlers<typeof Emails> {
  constructor(private readonly emails: EmailsService) {}

  @Handles(Emails.ask) async ask({ email }: AskForEmail, caller: Caller): Promise<void> {
    await this.emails.ask(email, caller);
  }

  @Handles(Emails.confirm) async confirm({ token }: ConfirmEmail): Promise<EmailConfirmed> {
    return { email: await this.emails.confirm(token) };
  }
}
