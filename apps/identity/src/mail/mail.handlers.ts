import type { Caller } from '@diemcau/contracts/core/caller';
import type { Handlers } from '@diemcau/contracts/core/contract';
import {
  type MailPage,
  MailQuery,
  MailRef,
  Mails,
  type MailTaken,
  type MailWhole,
  SendMail,
} from '@diemcau/contracts/identity/mail';
import { Handles } from '@diemcau/service/bus/handles';
import { Controller } from '@nestjs/common';
import { ReadingMailsService } from './reading.service.js';
import { SendingForServicesService } from './sending-for-services.service.js';

@Controller()
export class MailHandlers implements Handlers<typeof Mails> {
  constructor(
    private readonly mails: ReadingMailsService,
    private readonly sending: SendingForServicesService,
  ) {}

  @Handles(Mails.list) async list(input: MailQuery, caller: Caller): Promise<MailPage> {
    return this.mails.list(input, caller);
  }

  @Handles(Mails.read) async read({ mailId }: MailRef, caller: Caller): Promise<MailWhole> {
    return this.mails.read(mailId, caller);
  }

  @Handles(Mails.send) async send(input: SendMail, caller: Caller): Promise<MailTaken> {
    return { mailId: await this.sending.send(input, caller) };
  }
}
