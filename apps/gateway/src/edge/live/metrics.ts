import { socketMessages } from '@diemcau/contracts/gateway/socket';
import { metrics } from '@diemcau/service/health/metrics';
import { Gauge, Histogram } from 'prom-client';

const messages = new Histogram({
  name: 'socket_message_seconds',
  help: 'Time to answer a socket message, by name and outcome (ok or problem code)',
  labelNames: ['name', 'outcome'],
  buckets: [0.003, 0.01, 0.03, 0.1, 0.3, 1, 3],
  registers: [metrics],
});

export const openSockets = new Gauge({
  name: 'sockets_open',
  help: 'Sockets open at this replica',
  registers: [metrics],
});

/** Starts the clock; call the result with the outcome. Only known names are labels. */
export function observeMessage(said: string): (outcome: string) => void {
  const name = Object.hasOwn(socketMessages, said) ? said : 'unknown';
  const startedAt = performance.now();
  return (outcome) => messages.observe({ name, outcome }, (performance.now() - startedAt) / 1000);
}
