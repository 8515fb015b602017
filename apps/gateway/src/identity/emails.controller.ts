import type { Caller } from '@diemcau/contracts/core/caller';
import {
  type AskForEmail,
  type ConfirmEmail,
  type EmailConfirmed,
  Emails,
  EmailsClient,
} from '@diemcau/contracts/identity/emails';
import { Controller } from '@nestjs/common';
import { anyone, signedIn } from '../edge/auth/access.js';
import { Route } from '../edge/http/route.js';

/** One's own e-mail address, confirmed by a link. */
@Controller()
export class EmailsController {
  constructor(private readonly emails: EmailsClient) {}

  @Route.post('me/email', Emails.ask, signedIn, 'Gửi thư xác nhận địa chỉ e-mail · Send a confirmation', {
    limit: 'signIn',
  })
  ask(input: AskForEmail, caller: Caller): Promise<void> {
    return this.emails.ask(input, caller);
  }

  @Route.post('email-confirmations', Emails.confirm, anyone, 'Xác nhận địa chỉ e-mail · Confirm an address', {
    limit: 'signIn',
  })
  confirm(input: ConfirmEmail, caller: Caller): Promise<EmailConfirmed> {
    return this.emails.confirm(input, caller);
  }
}
