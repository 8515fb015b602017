import { type AccessTokenClaims, accessToken } from '@diemcau/contracts/identity/access-token';
import { builtInRoles, type Role } from '@diemcau/contracts/identity/roles';
import type { ProblemBody } from '@diemcau/contracts/gateway/socket';
import { fixedToken } from '@diemcau/client/rest/access-tokens';
import { createRest, type Rest } from '@diemcau/client/rest';
import { createSocket, type Socket } from '@diemcau/client/socket';
import { startSystem, type System, type SystemOptions } from '@diemcau/infra/system';
import jwt from 'jsonwebtoken';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Limits that no test meets by accident; those about limits set their own. */
const generous = Object.fromEntries(
  ['READS', 'WRITES', 'SIGN_INS', 'KNOCKS', 'LINE_TESTS', 'SOCKETS', 'MESSAGES'].map((name) => [
    `LIMIT_${name}_PER_MINUTE`,
    '1000000',
  ]),
);

interface Sent {
  /** Text as it is, everything else as JSON. */
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

interface Answered {
  readonly status: number;
  readonly headers: { get(name: string): string | null };
  readonly type: string;
  readonly text: string;
  /** The body as JSON; only a problem when the status says so. */
  readonly problem: ProblemBody;
}

/** The whole product with the demo province, and hands to knock at its door. */
export class EdgeBed {
  private readonly sockets: Socket[] = [];
  private readonly tokens = new Map<string, string>();

  private constructor(
    readonly system: System,
    readonly accessTokenSecret: string,
  ) {}

  static async start({ env = {}, ...options }: Partial<SystemOptions> = {}): Promise<EdgeBed> {
    const dataDir = mkdtempSync(join(tmpdir(), 'diemcau-edge-'));
    const system = await startSystem({
      dataDir,
      durable: false,
      demo: true,
      env: { LOG_LEVEL: 'warn', MEDIA_WORKERS: '1', ...generous, ...env },
      ...options,
    }).catch((error: unknown) => {
      rmSync(dataDir, { recursive: true, force: true });
      throw error;
    });
    const secrets = JSON.parse(readFileSync(join(dataDir, 'secrets.json'), 'utf8')) as {
      accessTokenSecret: string;
    };
    return new EdgeBed(system, secrets.accessTokenSecret);
  }

  get url(): string {
    return this.system.url;
  }

  rest(token: string | null = null, url = this.url): Rest {
    return createRest({ baseUrl: url, auth: fixedToken(token), language: () => 'en' });
  }

  /** A connected socket. */
  async socket(token: string | null = null, url = this.url): Promise<Socket> {
    const socket = createSocket({ url, auth: fixedToken(token), language: () => 'en' });
    this.sockets.push(socket);
    await socket.whenConnected();
    return socket;
  }

  /** Straight to the address below the interface, for what the typed client would not send. */
  async send(method: string, path: string, { body, headers = {} }: Sent = {}): Promise<Answered> {
    const response = await fetch(`${this.url}${path}`, {
      method,
      headers: { ...(body !== undefined && { 'content-type': 'application/json' }), ...headers },
      ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    const text = await response.text();
    const type = response.headers.get('content-type') ?? '';
    const answer: unknown = /[/+]json\b/.test(type) ? JSON.parse(text) : text;
    return { status: response.status, headers: response.headers, text, type, problem: answer as ProblemBody };
  }

  /** An access token of the demo account with the role; signed in once. */
  async as(role: Role): Promise<string> {
    const known = this.tokens.get(role);
    if (known) return known;
    const account = this.system.demo?.accounts.find((candidate) => candidate.role === role);
    if (!account) throw new Error(`the demo province has no ${role}`);
    const { userName, password } = account;
    const { data } = await this.rest().POST('/api/v1/sessions', { body: { userName, password } });
    const token = data?.session?.accessToken ?? '';
    this.tokens.set(role, token);
    return token;
  }

  /** A well-signed token of nobody known, with the role on a unit that does not exist. */
  forged(role: Role, claims: Partial<AccessTokenClaims> = {}, options: jwt.SignOptions = {}): string {
    const whole: AccessTokenClaims = {
      sub: randomUUID(),
      sid: randomUUID(),
      rv: 1,
      grants: [{ role, unitId: randomUUID(), subtree: true }],
      roles: { [role]: builtInRoles[role].permissions },
      ...claims,
    };
    return jwt.sign(whole, this.accessTokenSecret, {
      algorithm: accessToken.algorithm,
      issuer: accessToken.issuer,
      audience: accessToken.audience,
      expiresIn: accessToken.lifeS,
      ...options,
    });
  }

  /** The process ids of all services: the same ones mean that none has died. */
  pids(): Record<string, number> {
    return Object.fromEntries(this.system.names.map((name) => [name, this.system.process(name).pid]));
  }

  async stop(): Promise<void> {
    for (const socket of this.sockets) socket.close();
    await this.system.stop();
    rmSync(this.system.dataDir, { recursive: true, force: true });
  }
}
