import { healthSubject } from '@diemcau/contracts/core/health';
import { Vitals, type Standing } from './vitals.js';

/** Answers whoever asks everybody how they are. No queue group: each replica speaks for itself. */
export class HealthResponder {
  private readonly vitals: Vitals;

  constructor(standing: Standing) {
    this.vitals = new Vitals(standing);
    standing.nats.connection.subscribe(healthSubject, {
      callback: (error, message) => {
        if (error) return;
        void this.vitals.look().then((health) => {
          if (standing.nats.connected) message.respond(JSON.stringify(health));
        });
      },
    });
  }

  /** Still answers, and says that it is about to stop. */
  drain(): void {
    this.vitals.drain();
  }

  /** The subscription ends with the connection. */
  stop(): void {
    this.vitals.stop();
  }
}
