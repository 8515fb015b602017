import type { Caller } from '@diemcau/contracts/core/caller';
import {
  type MailPage,
  MailQuery,
  MailRef,
  Mails,
  MailsClient,
  type MailWhole,
} from '@diemcau/contracts/identity/mail';
import { Controller } from '@nestjs/common';
import { mayDo } from '../edge/auth/access.js';
import { Route } from '../edge/http/route.js';

@Controller()
export class MailController {
  constructor(private readonly mails: MailsClient) {}

  @Route.get('mails', Mails.list, mayDo('settings.read'), 'Thư hệ thống đã viết · Mails the system wrote')
  list(input: MailQuery, caller: Caller): Promise<MailPage> {
    return this.mails.list(input, caller);
  }

  @Route.get('mails/:mailId', Mails.read, mayDo('settings.read'), 'Một thư · One mail')
  read(input: MailRef, caller: Caller): Promise<MailWhole> {
    return this.mails.read(input, caller);
  }
}
