import { metrics } from '@diemcau/service/health/metrics';
import { Gauge } from 'prom-client';

/** A figure for /metrics that is read when it is asked for. */
export function gaugeOf(name: string, help: string, read: () => number): void {
  metrics.removeSingleMetric(name);
  const gauge = new Gauge({
    name,
    help,
    registers: [],
    collect() {
      this.set(read());
    },
  });
  metrics.registerMetric(gauge);
}
