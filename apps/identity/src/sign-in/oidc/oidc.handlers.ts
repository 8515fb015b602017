import type { Caller } from '@diemcau/contracts/core/caller';
import type { Handlers } from '@diemcau/contracts/core/contract';
import type { Nothing } from '@diemcau/contracts/core/page';
import {
  Oidc,
  type OidcArrival,
  type OidcBegun,
  type OidcButtonList,
  OidcCallback,
  OidcFinishHere,
  type OidcLinkList,
  OidcLinkRef,
  OidcProviderRef,
} from '@diemcau/contracts/identity/oidc';
import type { SignInStep } from '@diemcau/contracts/identity/sessions';
import { Handles } from '@diemcau/service/bus/handles';
import { Controller } from '@nestjs/common';
import { ConfirmingService } from '../factors/confirming.service.js';
import { signedIn } from '../signed-in.js';
import { ButtonsService } from './buttons.service.js';
import { FlowsService } from './flows.service.js';
import { LinksService } from './links.service.js';
import { OidcService } from './oidc.service.js';

@Controller()
export class OidcHandlers implements Handlers<typeof Oidc> {
  constructor(
    private readonly oidc: OidcService,
    private readonly flows: FlowsService,
    private readonly linked: LinksService,
    private readonly offered: ButtonsService,
    private readonly confirming: ConfirmingService,
  ) {}

  @Handles(Oidc.buttons) async buttons(): Promise<OidcButtonList> {
    return { items: await this.offered.all() };
  }

  @Handles(Oidc.begin) async begin({ providerId }: OidcProviderRef): Promise<OidcBegun> {
    return this.flows.begin(providerId, null);
  }

  @Handles(Oidc.arrive) async arrive(input: OidcCallback): Promise<OidcArrival> {
    return { path: await this.oidc.arrive(input) };
  }

  @Handles(Oidc.finish) async finish(input: OidcFinishHere): Promise<SignInStep> {
    return this.oidc.finish(input);
  }

  @Handles(Oidc.links) async links(_input: Nothing, caller: Caller): Promise<OidcLinkList> {
    return { items: await this.linked.of(signedIn(caller).userId) };
  }

  @Handles(Oidc.beginLink) async beginLink(
    { providerId }: OidcProviderRef,
    caller: Caller,
  ): Promise<OidcBegun> {
    await this.confirming.require(signedIn(caller));
    return this.oidc.beginLink(providerId, signedIn(caller));
  }

  @Handles(Oidc.unlink) async unlink({ linkId }: OidcLinkRef, caller: Caller): Promise<void> {
    await this.confirming.require(signedIn(caller));
    await this.linked.unlink(linkId, signedIn(caller));
  }
}
