import { expectedServices, type SystemHealth } from '@diemcau/contracts/core/health';
import { Nats } from '@diemcau/service/bus/nats';
import { rollCall } from '@diemcau/service/health/roll-call';
import { Injectable } from '@nestjs/common';
import { judged } from './judged.js';

/** A replica that is alive answers within some ms; one that has just begun to hang is not waited for. */
const longestMs = 500;

@Injectable()
export class HealthCollector {
  constructor(private readonly nats: Nats) {}

  /** What every replica says about itself now. */
  async collect(): Promise<SystemHealth> {
    const replicas = await rollCall(this.nats, { expected: expectedServices, longestMs });
    return judged(replicas, new Date());
  }
}
