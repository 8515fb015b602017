import type { Feature } from '@diemcau/service/feature';
import { RulesAcknowledgingService } from './acknowledging.service.js';
import { RulesBoardService } from './board.service.js';
import { RulesPublishingService } from './publishing.service.js';
import { RoomRulesHandlers } from './room-rules.handlers.js';

export const roomRulesFeature: Feature = {
  controllers: [RoomRulesHandlers],
  providers: [RulesPublishingService, RulesAcknowledgingService, RulesBoardService],
  entities: [],
  migrations: [],
};
