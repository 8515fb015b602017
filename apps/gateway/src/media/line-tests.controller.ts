import type { Caller } from '@diemcau/contracts/core/caller';
import {
  LinePlacement,
  LinePlacementClient,
  type LineTest,
  LineTestRef,
} from '@diemcau/contracts/media/line';
import { Controller } from '@nestjs/common';
import { anyone } from '../edge/auth/access.js';
import { Route } from '../edge/http/route.js';

@Controller()
export class LineTestsController {
  constructor(private readonly placement: LinePlacementClient) {}

  /** Whoever knows the id may see the figures: a host sees it in the lobby entry. */
  @Route.get('line-tests/:lineTestId', LinePlacement.find, anyone, 'Kết quả thử đường truyền · A line test')
  find(input: LineTestRef, caller: Caller): Promise<LineTest> {
    return this.placement.find(input, caller);
  }
}
