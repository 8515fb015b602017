import { createServer, type Server, type Socket } from 'node:net';
import type { AddressInfo } from 'node:net';

/** A mail server of RFC 5321, as far as one client needs it, on a free port. */
export class MailServer {
  /** Whole messages, as they came. */
  readonly received: string[] = [];
  /** Refuses everything, as a server that is full. */
  refusing = false;

  private constructor(
    private readonly server: Server,
    readonly url: string,
  ) {}

  static async start(): Promise<MailServer> {
    const server = createServer();
    await new Promise<void>((resolve) => {
      server.listen(0, '127.0.0.1', resolve);
    });
    const mail = new MailServer(server, `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`);
    server.on('connection', (socket) => mail.talk(socket));
    return mail;
  }

  async stop(): Promise<void> {
    await new Promise((resolve) => this.server.close(resolve));
  }

  private talk(socket: Socket): void {
    let [waiting, message, inMessage] = ['', '', false];
    const say = (line: string) => socket.write(`${line}\r\n`);
    say('220 mau.example');
    socket.on('error', () => undefined);
    socket.on('data', (data) => {
      waiting += data.toString();
      for (let end = waiting.indexOf('\r\n'); end >= 0; end = waiting.indexOf('\r\n')) {
        const line = waiting.slice(0, end);
        waiting = waiting.slice(end + 2);
        if (inMessage && line === '.') {
          inMessage = false;
          this.received.push(message);
          message = '';
          say('250 taken');
        } else if (inMessage) message += `${line}\r\n`;
        else inMessage = this.answer(line, say, () => socket.end());
      }
    });
  }

  /** @returns whether the message follows */
  private answer(line: string, say: (line: string) => void, leave: () => void): boolean {
    const verb = line.slice(0, 4).toUpperCase();
    if (verb === 'QUIT') {
      say('221 bye');
      leave();
    } else if (verb === 'MAIL' && this.refusing) say('452 4.2.2 full');
    else if (verb === 'DATA') say('354 go on');
    else say('250 ok');
    return verb === 'DATA';
  }
}
