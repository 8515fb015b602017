import type { Caller } from '@diemcau/contracts/core/caller';
import {
  AcknowledgeRules,
  PublishRules,
  type RoomRules,
  type RoomRulesPage,
  RoomRulesQuery,
  Rules,
  type RulesBoard,
  RulesBoardQuery,
  RulesClient,
  type SiteRules,
} from '@diemcau/contracts/meetings/room-rules';
import { SiteRef } from '@diemcau/contracts/meetings/sites';
import { Controller } from '@nestjs/common';
import { mayDo } from '../edge/auth/access.js';
import { Route } from '../edge/http/route.js';

const [read, write, configure] = [mayDo('sites.read'), mayDo('sites.write'), mayDo('sites.configure')];

/** Rules of rooms: published, read, acknowledged (HB-6, HB-11.1). */
@Controller()
export class RoomRulesController {
  constructor(private readonly rules: RulesClient) {}

  @Route.get('room-rules', Rules.list, read, 'Nội quy phòng · Room rules')
  list(input: RoomRulesQuery, caller: Caller): Promise<RoomRulesPage> {
    return this.rules.list(input, caller);
  }

  @Route.post('room-rules', Rules.publish, configure, 'Ban hành nội quy · Publish rules', { status: 201 })
  publish(input: PublishRules, caller: Caller): Promise<RoomRules> {
    return this.rules.publish(input, caller);
  }

  @Route.get('room-rules/:rulesId/board', Rules.board, read, 'Ai đã xác nhận · Who has acknowledged')
  board(input: RulesBoardQuery, caller: Caller): Promise<RulesBoard> {
    return this.rules.board(input, caller);
  }

  @Route.get('sites/:siteId/rules', Rules.at, read, 'Nội quy ở điểm cầu · Rules that hold at a site')
  at(input: SiteRef, caller: Caller): Promise<SiteRules> {
    return this.rules.at(input, caller);
  }

  @Route.post('sites/:siteId/rules/acknowledgements', Rules.acknowledge, write, 'Đã đọc · Acknowledge')
  acknowledge(input: AcknowledgeRules, caller: Caller): Promise<SiteRules> {
    return this.rules.acknowledge(input, caller);
  }
}
