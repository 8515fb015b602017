import type { Caller } from '@diemcau/contracts/core/caller';
import { System, type SystemHealth } from '@diemcau/contracts/core/health';
import type { Nothing } from '@diemcau/contracts/core/page';
import { Controller } from '@nestjs/common';
import { mayDo } from '../edge/auth/access.js';
import { Route } from '../edge/http/route.js';
import { HealthCollector } from './health-collector.js';

@Controller()
export class HealthController {
  constructor(private readonly collector: HealthCollector) {}

  @Route.get(
    'system/health',
    System.health,
    mayDo('health.read'),
    'Tình trạng các bộ phận của hệ thống · How the parts of the system are',
  )
  health(_input: Nothing, _caller: Caller): Promise<SystemHealth> {
    return this.collector.collect();
  }
}
