import type { Caller } from '@diemcau/contracts/core/caller';
import {
  type InvitationPage,
  InvitationRef,
  Invitations,
  InvitationsClient,
  InvitationsQuery,
  InvitePeople,
} from '@diemcau/contracts/meetings/invitations';
import {
  AnswerByLink,
  AnswerInvitation,
  type Delegates,
  DelegatesQuery,
  type MyInvitation,
  type MyInvitationPage,
  MyInvitationsQuery,
  Replies,
  RepliesClient,
  ReplyLink,
} from '@diemcau/contracts/meetings/replies';
import { Controller } from '@nestjs/common';
import { anyone, mayDo, signedIn } from '../edge/auth/access.js';
import { Route } from '../edge/http/route.js';

/** Who is invited to a meeting, and what they answer. */
@Controller()
export class InvitationsController {
  constructor(
    private readonly invitations: InvitationsClient,
    private readonly replies: RepliesClient,
  ) {}

  @Route.get(
    'occurrences/:occurrenceId/invitations',
    Invitations.list,
    mayDo('meetings.read'),
    'Giấy mời và trả lời của một cuộc họp · Invitations to a meeting, and the answers',
  )
  list(input: InvitationsQuery, caller: Caller): Promise<InvitationPage> {
    return this.invitations.list(input, caller);
  }

  @Route.post(
    'occurrences/:occurrenceId/invitations',
    Invitations.invite,
    mayDo('meetings.write'),
    'Mời thêm người · Invite further people',
  )
  invite(input: InvitePeople, caller: Caller): Promise<InvitationPage> {
    return this.invitations.invite(input, caller);
  }

  @Route.delete(
    'invitations/:invitationId',
    Invitations.revoke,
    mayDo('meetings.write'),
    'Thu hồi giấy mời · Take an invitation back',
  )
  revoke(input: InvitationRef, caller: Caller): Promise<void> {
    return this.invitations.revoke(input, caller);
  }

  @Route.get('invitations', Replies.mine, signedIn, 'Giấy mời của tôi · My invitations')
  mine(input: MyInvitationsQuery, caller: Caller): Promise<MyInvitationPage> {
    return this.replies.mine(input, caller);
  }

  @Route.post(
    'invitations/:invitationId/view',
    Replies.view,
    signedIn,
    'Mở một giấy mời · Open an invitation',
  )
  view(input: InvitationRef, caller: Caller): Promise<MyInvitation> {
    return this.replies.view(input, caller);
  }

  @Route.put(
    'invitations/:invitationId/answer',
    Replies.answer,
    signedIn,
    'Trả lời giấy mời · Answer an invitation',
  )
  answer(input: AnswerInvitation, caller: Caller): Promise<MyInvitation> {
    return this.replies.answer(input, caller);
  }

  @Route.get(
    'invitations/:invitationId/delegates',
    Replies.delegates,
    signedIn,
    'Ai có thể dự thay · Who may come instead',
  )
  delegates(input: DelegatesQuery, caller: Caller): Promise<Delegates> {
    return this.replies.delegates(input, caller);
  }

  @Route.post(
    'replies/open',
    Replies.open,
    anyone,
    'Mở giấy mời từ thư · Open an invitation by its mail’s link',
    {
      limit: 'signIn',
    },
  )
  open(input: ReplyLink, caller: Caller): Promise<MyInvitation> {
    return this.replies.open(input, caller);
  }

  @Route.post('replies', Replies.answerByLink, anyone, 'Trả lời từ thư · Answer by the mail’s link', {
    limit: 'signIn',
  })
  answerByLink(input: AnswerByLink, caller: Caller): Promise<MyInvitation> {
    return this.replies.answerByLink(input, caller);
  }
}
