import type { Caller } from '@diemcau/contracts/core/caller';
import type { Handlers } from '@diemcau/contracts/core/contract';
import {
  type InvitationPage,
  InvitationRef,
  Invitations,
  InvitationsQuery,
  InvitePeople,
} from '@diemcau/contracts/meetings/invitations';
import { Handles } from '@diemcau/service/bus/handles';
import { Controller } from '@nestjs/common';
import { InvitingService } from './inviting.service.js';
import { ListingService } from './listing.service.js';

@Controller()
export class InvitationsHandlers implements Handlers<typeof Invitations> {
  constructor(
    private readonly listing: ListingService,
    private readonly inviting: InvitingService,
  ) {}

  @Handles(Invitations.list) async list(input: InvitationsQuery, caller: Caller): Promise<InvitationPage> {
    return this.listing.list(input, caller);
  }

  @Handles(Invitations.invite) async invite(input: InvitePeople, caller: Caller): Promise<InvitationPage> {
    await this.inviting.invite(input, caller);
    return this.listing.list({ occurrenceId: input.occurrenceId, limit: 200 }, caller);
  }

  @Handles(Invitations.revoke) async revoke({ invitationId }: InvitationRef, caller: Caller): Promise<void> {
    await this.inviting.revoke(invitationId, caller);
  }
}
