import type { Transport } from 'mediasoup-client/types';
import type { StreamCalls } from './calls.js';

/** A short gap heals by itself; past this ICE is restarted. */
const disconnectedPatienceMs = 1200;
/** Time a restart has to connect before the next one. */
const restartPatienceMs = 4000;
/** Restarts without success before the seat is given up. */
const restartsInARow = 3;

/** Watches one transport and restarts its ICE when the path under it breaks. */
export class IceKeeper {
  private timer: ReturnType<typeof setTimeout> | undefined;
  private restarts = 0;
  private restarting = false;

  constructor(
    readonly transport: Transport,
    private readonly calls: Pick<StreamCalls, 'restartIce'>,
    private readonly onLost: () => void,
  ) {
    transport.on('connectionstatechange', () => this.look());
  }

  restart(which: 'broken' | 'all'): void {
    const broken = this.isBroken();
    // Before its first use a transport has no path that could break.
    if (this.transport.connectionState === 'new' || (which === 'broken' && !broken)) return;
    void this.restartNow();
  }

  close(): void {
    clearTimeout(this.timer);
    this.transport.close();
  }

  private isBroken(): boolean {
    return ['disconnected', 'failed'].includes(this.transport.connectionState);
  }

  private look(): void {
    clearTimeout(this.timer);
    switch (this.transport.connectionState) {
      case 'connected':
        this.restarts = 0;
        break;
      case 'disconnected':
        this.timer = setTimeout(() => void this.restartNow(), disconnectedPatienceMs);
        break;
      case 'failed':
        void this.restartNow();
        break;
      default:
    }
  }

  private async restartNow(): Promise<void> {
    if (this.restarting || this.transport.closed) return;
    if (this.restarts >= restartsInARow) return this.onLost();
    this.restarting = true;
    this.restarts += 1;
    try {
      const { iceParameters } = await this.calls.restartIce({ transportId: this.transport.id });
      if (!this.transport.closed) await this.transport.restartIce({ iceParameters });
    } catch {
      // The socket is down as well, or the server has no such transport: the join after it decides.
    } finally {
      this.restarting = false;
      this.lookAgainLater();
    }
  }

  private lookAgainLater(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      if (!this.transport.closed && this.isBroken()) void this.restartNow();
    }, restartPatienceMs);
  }
}
