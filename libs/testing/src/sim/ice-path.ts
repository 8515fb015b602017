import { randomBytes } from 'node:crypto';
import { createSocket, type Socket } from 'node:dgram';
import type { OpenedTransport } from '@diemcau/contracts/media/streams';
import { classes, Message, methods, parseMessage } from 'werift';

/** Repeats of an unanswered check. */
const checkEveryMs = 100;
/** Long: a load generator may have to wait for its core. */
const connectWithinMs = 30_000;
/** RFC 7675 §5.1; spread so that hundreds of clients do not ask in one instant. */
const consentEveryMs = () => 4000 + Math.random() * 2000;
/** Room for a burst while the event loop is busy; the kernel may give less. */
const receiveBufferBytes = 1 << 20;
const hostPriority = 2_130_706_431;

const isStun = (packet: Buffer): boolean => (packet[0] ?? 255) < 4;

/** A controlling ICE agent (RFC 8445) with one UDP socket towards the one candidate of an ICE-lite server. */
export class IcePath {
  /** Everything that is not STUN. */
  onPacket: (packet: Buffer) => void = () => undefined;
  private readonly username: string;
  private readonly key: Buffer;
  private readonly tieBreaker = randomBytes(8).readBigUInt64BE();
  private answered: () => void = () => undefined;
  private consent: NodeJS.Timeout | undefined;
  private closed = false;

  private constructor(
    private readonly socket: Socket,
    { usernameFragment, password }: OpenedTransport['iceParameters'],
  ) {
    this.username = `${usernameFragment}:${randomBytes(4).toString('hex')}`;
    this.key = Buffer.from(password);
    socket.on('message', (packet) => {
      if (isStun(packet)) this.heardStun(packet);
      else this.onPacket(packet);
    });
    // A closed port answers with ECONNREFUSED; the checks go on and find it open again, or give up.
    socket.on('error', () => undefined);
  }

  /** @throws Error when the server offers no UDP candidate or does not answer within 30 s */
  static async open({ iceParameters, candidates }: OpenedTransport): Promise<IcePath> {
    const candidate = candidates.list
      .filter(({ protocol }) => protocol === 'udp')
      .toSorted((a, b) => b.priority - a.priority)[0];
    if (!candidate) throw new Error('The server offers no UDP candidate');
    const socket = createSocket({ type: 'udp4', recvBufferSize: receiveBufferBytes });
    await new Promise<void>((resolve) => {
      socket.connect(candidate.port, candidate.address ?? candidate.ip, resolve);
    });
    const path = new IcePath(socket, iceParameters);
    try {
      await path.connect();
      return path;
    } catch (error) {
      path.close();
      throw error;
    }
  }

  send(packet: Buffer): void {
    if (!this.closed) this.socket.send(packet);
  }

  close(): void {
    if (this.closed) return;
    this.closed = true;
    clearTimeout(this.consent);
    this.socket.close();
  }

  private async connect(): Promise<void> {
    let checks: NodeJS.Timeout | undefined;
    let patience: NodeJS.Timeout | undefined;
    try {
      await new Promise<void>((resolve, reject) => {
        this.answered = resolve;
        checks = setInterval(() => this.check(), checkEveryMs);
        patience = setTimeout(() => reject(new Error('No answer to ICE checks')), connectWithinMs);
        this.check();
      });
    } finally {
      clearInterval(checks);
      clearTimeout(patience);
    }
    this.keepConsent();
  }

  private keepConsent(): void {
    this.consent = setTimeout(() => {
      this.check();
      this.keepConsent();
    }, consentEveryMs());
  }

  private check(): void {
    const request = new Message(methods.BINDING, classes.REQUEST)
      .setAttribute('USERNAME', this.username)
      .setAttribute('PRIORITY', hostPriority)
      .setAttribute('ICE-CONTROLLING', this.tieBreaker)
      .setAttribute('USE-CANDIDATE', null);
    this.send(request.addMessageIntegrity(this.key).addFingerprint().bytes);
  }

  private heardStun(packet: Buffer): void {
    if (parseMessage(packet, this.key)?.messageClass === classes.RESPONSE) this.answered();
  }
}
