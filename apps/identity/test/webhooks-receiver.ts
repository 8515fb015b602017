import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Webhook } from 'standardwebhooks';

export interface Received {
  readonly id: string;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
  readonly body: { readonly type: string; readonly data: Record<string, string[]> };
}

/** How the receiver answers the n-th request, counted from 0; null never answers. */
export type Answering = (
  n: number,
) => { status: number; body?: string; headers?: Record<string, string> } | null;

/** Another system that takes webhooks. */
export class Receiver {
  readonly received: Received[] = [];
  answering: Answering = () => ({ status: 204 });
  private asked = 0;

  private constructor(private readonly server: Server) {
    server.on('request', (request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        const text = Buffer.concat(chunks).toString();
        const id = String(request.headers['webhook-id']);
        const body = JSON.parse(text) as Received['body'];
        this.received.push({ id, headers: request.headers, text, body });
        const answer = this.answering(this.asked++);
        if (answer) response.writeHead(answer.status, answer.headers).end(answer.body ?? '');
      });
    });
  }

  static async start(): Promise<Receiver> {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return new Receiver(server);
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}/hook`;
  }

  /** Of one event. */
  of(type: string): Received[] {
    return this.received.filter(({ body }) => body.type === type);
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }
}

/** As receivers do, with the library of the scheme. @throws when the signature is not good */
export function verify({ text, headers }: Received, secret: string): void {
  new Webhook(secret).verify(text, {
    'webhook-id': String(headers['webhook-id']),
    'webhook-timestamp': String(headers['webhook-timestamp']),
    'webhook-signature': String(headers['webhook-signature']),
  });
}
