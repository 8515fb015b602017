import type { Caller } from '@diemcau/contracts/core/caller';
import type { Handlers } from '@diemcau/contracts/core/contract';
import {
  AcknowledgeRules,
  PublishRules,
  type RoomRules,
  type RoomRulesPage,
  RoomRulesQuery,
  Rules,
  type RulesBoard,
  RulesBoardQuery,
  type SiteRules,
} from '@diemcau/contracts/meetings/room-rules';
import { SiteRef } from '@diemcau/contracts/meetings/sites';
import { Handles } from '@diemcau/service/bus/handles';
import { Controller } from '@nestjs/common';
import { RulesAcknowledgingService } from './acknowledging.service.js';
import { RulesBoardService } from './board.service.js';
import { RulesPublishingService } from './publishing.service.js';

@Controller()
export class RoomRulesHandlers implements Handlers<typeof Rules> {
  constructor(
    private readonly publishing: RulesPublishingService,
    private readonly acknowledging: RulesAcknowledgingService,
    private readonly boards: RulesBoardService,
  ) {}

  @Handles(Rules.list) async list(input: RoomRulesQuery, caller: Caller): Promise<RoomRulesPage> {
    return this.publishing.list(input, caller);
  }

  @Handles(Rules.publish) async publish(input: PublishRules, caller: Caller): Promise<RoomRules> {
    return this.publishing.publish(input, caller);
  }

  @Handles(Rules.board) async board(input: RulesBoardQuery, caller: Caller): Promise<RulesBoard> {
    return this.boards.board(input, caller);
  }

  @Handles(Rules.at) async at({ siteId }: SiteRef, caller: Caller): Promise<SiteRules> {
    return this.acknowledging.at(siteId, caller);
  }

  @Handles(Rules.acknowledge) async acknowledge(input: AcknowledgeRules, caller: Caller): Promise<SiteRules> {
    return this.acknowledging.acknowledge(input, caller);
  }
}
