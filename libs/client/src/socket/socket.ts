import type {
  Ack,
  AnswerOf,
  BodyOf,
  Handshake,
  InputOf,
  SocketMessage,
  SocketMessages,
  SocketPush,
  SocketPushes,
} from '@diemcau/contracts/gateway/socket';
import { io, type Socket as Wire } from 'socket.io-client';
import { Problem } from '../problem.js';
import type { AccessTokens } from '../rest/access-tokens.js';

export interface SocketOptions {
  /** Origin of the gateway; in a browser the page's own unless given. */
  readonly url?: string;
  /** Who is on the socket; a guest unless given. Renewed tokens are told to the server by themselves. */
  readonly auth?: AccessTokens;
  /** Of the problems' titles; `vi` unless given. */
  readonly language?: () => 'vi' | 'en';
  /** How long a request waits for its answer, in ms; 10 s unless given. */
  readonly timeoutMs?: number;
}

/** connecting: not yet. connected. reconnecting: was lost and comes back by itself. closed: by {@link Socket.close}. */
export type SocketState = 'connecting' | 'connected' | 'reconnecting' | 'closed';

type Answer<N extends SocketMessage> = AnswerOf<SocketMessages[N]>;
type Input<N extends SocketMessage> = InputOf<SocketMessages[N]>;
type Body<N extends SocketPush> = BodyOf<SocketPushes[N]>;

/** Wait before connecting again after the server closed the socket on purpose, in ms. */
const afterClosedMs = 1500;

/**
 * A gateway that died is back within seconds, and nobody can speak until then: at first one tries again at once, later with
 * patience. Both with a jitter of one half, in ms.
 */
const [soonMs, soonTries, laterMs] = [250, 20, 1000];

/**
 * One typed connection to the edge, for everything live. It comes back by itself after any loss; whoever held a seat or
 * watched a lobby does so again at every `connected`.
 */
export class Socket {
  private readonly wire: Wire;
  private readonly stateListeners = new Set<(state: SocketState) => void>();
  private readonly forgetTokens: () => void;
  private current: SocketState = 'connecting';
  private comeBack: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly options: SocketOptions = {}) {
    const { url, auth, language } = options;
    this.wire = io(url, {
      transports: ['websocket'],
      forceNew: true,
      autoConnect: false,
      reconnectionDelay: soonMs,
      reconnectionDelayMax: soonMs,
      auth: (give) =>
        give({ accessToken: auth?.current() ?? null, language: language?.() ?? 'vi' } satisfies Handshake),
    });
    this.wire.io.on('reconnect_attempt', (attempt) =>
      this.wire.io.reconnectionDelayMax(attempt < soonTries ? soonMs : laterMs),
    );
    this.wire.on('connect', () => this.become('connected'));
    this.wire.on('disconnect', (reason) => this.lost(reason));
    this.wire.on('connect_error', () => this.lost('connect_error'));
    this.forgetTokens = auth?.onChange((token) => this.tell(token)) ?? (() => undefined);
    this.wire.connect();
  }

  get state(): SocketState {
    return this.current;
  }

  /**
   * Says one message and waits for its answer. Nothing is kept for later: while not connected it fails at once, so that
   * nothing old is said to a room that was joined anew.
   * @throws Problem of the operation; `client.disconnected` or `client.timeout` when it is unknown whether it was done
   */
  async request<N extends SocketMessage>(
    name: N,
    input: Input<N>,
    { timeoutMs = this.options.timeoutMs ?? 10_000 }: { timeoutMs?: number } = {},
  ): Promise<Answer<N>> {
    const first = await this.say(name, input, timeoutMs);
    if (first.ok) return first.body;
    if (first.problem.code !== 'common.signInNeeded' || !(await this.signInAgain(timeoutMs))) {
      throw new Problem(first.problem);
    }
    const second = await this.say(name, input, timeoutMs);
    if (second.ok) return second.body;
    throw new Problem(second.problem);
  }

  /** Calls back for every push of the name until the returned function is called. */
  on<N extends SocketPush>(name: N, heard: (body: Body<N>) => void): () => void {
    this.wire.on(name as string, heard);
    return () => void this.wire.off(name as string, heard);
  }

  /** Calls back at every change of the state until the returned function is called. */
  onState(heard: (state: SocketState) => void): () => void {
    this.stateListeners.add(heard);
    return () => void this.stateListeners.delete(heard);
  }

  /** Resolves as soon as the socket is connected; @throws Problem `client.disconnected` when it was closed for good. */
  whenConnected(): Promise<void> {
    if (this.current === 'connected') return Promise.resolve();
    return new Promise((resolve, reject) => {
      const done = this.onState((state) => {
        if (state !== 'connected' && state !== 'closed') return;
        done();
        if (state === 'connected') resolve();
        else reject(Problem.local('client.disconnected'));
      });
    });
  }

  /** Drops the connection and makes a new one at once: for a device that changed its network. */
  reconnect(): void {
    if (this.current === 'closed') return;
    this.wire.disconnect();
    this.become('reconnecting');
    this.wire.connect();
  }

  /** For good. */
  close(): void {
    clearTimeout(this.comeBack);
    this.forgetTokens();
    this.become('closed');
    this.wire.disconnect();
  }

  private async say<N extends SocketMessage>(
    name: N,
    input: Input<N>,
    timeoutMs: number,
  ): Promise<Ack<Answer<N>>> {
    if (!this.wire.connected) throw Problem.local('client.disconnected');
    try {
      return (await this.wire.timeout(timeoutMs).emitWithAck(name, input)) as Ack<Answer<N>>;
    } catch {
      throw Problem.local(this.wire.connected ? 'client.timeout' : 'client.disconnected');
    }
  }

  private async signInAgain(timeoutMs: number): Promise<boolean> {
    const token = await this.options.auth?.renew();
    if (!token) return false;
    return (await this.say('edge.identify', { accessToken: token }, timeoutMs)).ok;
  }

  /** A token that was renewed or dropped; a message lost here is made good by the next refusal. */
  private tell(accessToken: string | null): void {
    if (this.wire.connected) this.wire.emit('edge.identify', { accessToken }, () => undefined);
  }

  private lost(reason: string): void {
    if (this.current === 'closed') return;
    if (this.current === 'connected') this.become('reconnecting');
    if (this.wire.active) return;
    // The server closed the socket or refused it on purpose; socket.io leaves coming back to us.
    clearTimeout(this.comeBack);
    if (reason !== 'io client disconnect') {
      this.comeBack = setTimeout(() => void this.connectAnew(), afterClosedMs);
    }
  }

  /**
   * The edge closes sockets whose rights have changed: what was known of them is renewed first, or the socket would come
   * back as a guest's and nobody would learn of the new rights before the next refusal.
   */
  private async connectAnew(): Promise<void> {
    if (this.options.auth?.current() != null) await this.options.auth.renew().catch(() => null);
    if (this.current !== 'closed') this.wire.connect();
  }

  private become(state: SocketState): void {
    if (this.current === state) return;
    this.current = state;
    for (const heard of this.stateListeners) heard(state);
  }
}

export const createSocket = (options?: SocketOptions): Socket => new Socket(options);
