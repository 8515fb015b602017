import type { Caller } from '@diemcau/contracts/core/caller';
import type { Handlers } from '@diemcau/contracts/core/contract';
import { InvitationRef } from '@diemcau/contracts/meetings/invitations';
import {
  AnswerByLink,
  AnswerInvitation,
  type Delegates,
  DelegatesQuery,
  type MyInvitation,
  type MyInvitationPage,
  MyInvitationsQuery,
  Replies,
  ReplyLink,
} from '@diemcau/contracts/meetings/replies';
import { Handles } from '@diemcau/service/bus/handles';
import { Controller } from '@nestjs/common';
import { AnsweringService } from './answering.service.js';
import { DelegatingService } from './delegating.service.js';
import { LinksService } from './links.service.js';
import { MineService } from './mine.service.js';

@Controller()
export class RepliesHandlers implements Handlers<typeof Replies> {
  constructor(
    private readonly invitations: MineService,
    private readonly answering: AnsweringService,
    private readonly delegating: DelegatingService,
    private readonly links: LinksService,
  ) {}

  @Handles(Replies.mine) async mine(input: MyInvitationsQuery, caller: Caller): Promise<MyInvitationPage> {
    return this.invitations.list(input, caller);
  }

  @Handles(Replies.view) async view({ invitationId }: InvitationRef, caller: Caller): Promise<MyInvitation> {
    return this.invitations.view(invitationId, caller);
  }

  @Handles(Replies.answer) async answer(input: AnswerInvitation, caller: Caller): Promise<MyInvitation> {
    return this.answering.answer(input, caller);
  }

  @Handles(Replies.delegates) async delegates(input: DelegatesQuery, caller: Caller): Promise<Delegates> {
    return this.delegating.candidates(input, caller);
  }

  @Handles(Replies.open) async open({ token }: ReplyLink): Promise<MyInvitation> {
    return this.links.open(token);
  }

  @Handles(Replies.answerByLink) async answerByLink(input: AnswerByLink): Promise<MyInvitation> {
    return this.answering.answerByLink(input);
  }
}
