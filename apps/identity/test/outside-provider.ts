import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { type AddressInfo } from 'node:net';
import { type Configuration, Provider } from 'oidc-provider';

/** Somebody known to the outside provider. */
export interface OutsideAccount {
  readonly sub: string;
  readonly email?: string;
  readonly email_verified?: boolean;
}

export const redirectUri = 'http://localhost:8080/api/v1/sign-in/oidc/callback';
const otherUri = 'http://localhost:8080/mot-noi-khac';
const scope = 'openid email profile';

const client = (id: string, uri: string) => ({
  client_id: id,
  client_secret: `${id} bí mật`.normalize('NFKD').replace(/[^\x20-\x7e]/g, ''),
  redirect_uris: [uri],
});
export const ours = client('diem-cau', redirectUri);
const theirs = client('ung-dung-khac', otherUri);

/** A real OpenID provider on a free port, whose people agree to everything without being asked. */
export class OutsideProvider {
  /** Who sits at the provider's page. */
  account: OutsideAccount = { sub: 'nobody' };
  /** Given out instead of the token that belongs there. */
  replaceIdToken: string | null = null;

  private constructor(
    private readonly server: Server,
    readonly issuer: string,
  ) {}

  static async start(): Promise<OutsideProvider> {
    const server = createServer();
    await new Promise<void>((resolve) => {
      server.listen(0, '127.0.0.1', resolve);
    });
    const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const outside = new OutsideProvider(server, issuer);
    const provider = new Provider(issuer, outside.configuration());
    const answer = provider.callback();
    server.on('request', (request: IncomingMessage, response: ServerResponse) => {
      if (request.url?.startsWith('/interaction/')) return void outside.agree(provider, request, response);
      if (request.url === '/token' && outside.replaceIdToken) replaceIn(response, outside.replaceIdToken);
      void answer(request, response);
    });
    return outside;
  }

  /** What a browser does between being sent there and being sent back. @returns the query it comes back with */
  async visit(address: string): Promise<string> {
    const jar = new Map<string, string>();
    let at = address;
    for (let hops = 0; hops < 10; hops += 1) {
      const cookie = [...jar].map((pair) => pair.join('=')).join('; ');
      const response = await fetch(at, { redirect: 'manual', headers: { cookie } });
      for (const set of response.headers.getSetCookie()) {
        const [name = '', value = ''] = set.split(';')[0]?.split(/=(.*)/s) ?? [];
        jar.set(name, value);
      }
      const location = response.headers.get('location');
      if (!location) throw new Error(`the provider said ${response.status}: ${await response.text()}`);
      const next = new URL(location, this.issuer);
      if (next.origin !== this.issuer) return next.search.slice(1);
      at = next.href;
    }
    throw new Error('the provider goes round in circles');
  }

  /** An ID token of another application, for the same person and with this nonce. */
  async tokenForAnother(nonce: string): Promise<string> {
    const verifier = 'v'.repeat(43);
    const challenge = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(verifier));
    const parameters = new URLSearchParams({
      client_id: theirs.client_id,
      redirect_uri: otherUri,
      response_type: 'code',
      scope,
      nonce,
      code_challenge: Buffer.from(challenge).toString('base64url'),
      code_challenge_method: 'S256',
    });
    const query = await this.visit(`${this.issuer}/auth?${parameters}`);
    const response = await fetch(`${this.issuer}/token`, {
      method: 'POST',
      headers: {
        authorization: `Basic ${Buffer.from(`${theirs.client_id}:${encodeURIComponent(theirs.client_secret)}`).toString('base64')}`,
      },
      body: new URLSearchParams({
        grant_type: 'authorization_code',
        code: new URLSearchParams(query).get('code') ?? '',
        redirect_uri: otherUri,
        code_verifier: verifier,
      }),
    });
    const { id_token: token = '' } = (await response.json()) as { id_token?: string };
    return token;
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private configuration(): Configuration {
    return {
      clients: [ours, theirs],
      claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'] },
      features: { devInteractions: { enabled: false } },
      interactions: { url: (_, { uid }) => `/interaction/${uid}` },
      findAccount: (_, sub) => ({ accountId: sub, claims: () => ({ ...this.account, sub }) }),
      cookies: { keys: ['a key for tests only'] },
      renderError: (context, out) => {
        context.body = out;
      },
    };
  }

  private async agree(provider: Provider, request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { params } = await provider.interactionDetails(request, response);
    const accountId = this.account.sub;
    if (accountId === 'refuses') {
      return provider.interactionFinished(request, response, { error: 'access_denied' });
    }
    const grant = new provider.Grant({ accountId, clientId: String(params['client_id']) });
    grant.addOIDCScope(scope);
    const consent = { grantId: await grant.save() };
    await provider.interactionFinished(request, response, { login: { accountId }, consent });
  }
}

function replaceIn(response: ServerResponse, token: string): void {
  const end = response.end.bind(response);
  response.end = ((body: string) => {
    const changed = JSON.stringify({ ...(JSON.parse(String(body)) as object), id_token: token });
    response.setHeader('content-length', Buffer.byteLength(changed));
    return end(changed);
  }) as typeof response.end;
}
