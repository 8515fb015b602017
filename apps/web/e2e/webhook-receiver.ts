import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** For a system whose webhooks may come to a {@link WebhookReceiver}. */
export const receiversHere = { WEBHOOKS_TO_PRIVATE_ADDRESSES: 'true' };

export interface Received {
  /** The `webhook-id` header: the same for a delivery and its repetitions. */
  readonly id: string;
  readonly type: string;
  readonly signature: string;
}

/** Another system that takes webhooks, on this machine. */
export class WebhookReceiver {
  readonly received: Received[] = [];
  /** What it answers from now on. */
  status = 204;

  private readonly server: Server;

  private constructor(server: Server) {
    this.server = server;
    server.on('request', (request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        const { type } = JSON.parse(Buffer.concat(chunks).toString()) as { type: string };
        this.received.push({
          id: String(request.headers['webhook-id']),
          type,
          signature: String(request.headers['webhook-signature']),
        });
        response.writeHead(this.status).end(this.status < 300 ? '' : 'Hệ thống đang bảo trì');
      });
    });
  }

  static async start(): Promise<WebhookReceiver> {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    // Nothing shall wait for it at the end.
    server.unref();
    return new WebhookReceiver(server);
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}/diemcau`;
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }
}
