import { anonymous, type Caller, type UserCaller } from '@diemcau/contracts/core/caller';
import { Failure } from '@diemcau/contracts/core/failure';
import {
  type OidcBegun,
  type OidcCallback,
  oidcErrors,
  type OidcFinishHere,
} from '@diemcau/contracts/identity/oidc';
import type { SignInStep } from '@diemcau/contracts/identity/sessions';
import { hashOf, newToken } from '@diemcau/service/secrets/token';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { ContinuingService } from '../steps/continuing.service.js';
import { type Flow, FlowsService, isSameBrowser } from './flows.service.js';
import { LinksService } from './links.service.js';
import { OutsideService } from './outside.service.js';

interface Arrival {
  readonly userId: string;
  readonly browserHash: Buffer;
}

/** Signing in with an outside account, and linking one. */
@Injectable()
export class OidcService {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly flows: FlowsService,
    private readonly outside: OutsideService,
    private readonly links: LinksService,
    private readonly continuing: ContinuingService,
  ) {}

  /** @throws Failure `oidc.notFound`, also for a provider of another province */
  async beginLink(providerId: string, caller: UserCaller): Promise<OidcBegun> {
    const { provinceId } = await this.flows.provider(providerId);
    const own = await this.database.query<unknown[]>(
      'SELECT 1 FROM users WHERE id = $1 AND province_id = $2',
      [caller.userId, provinceId],
    );
    if (own.length === 0) throw new Failure(oidcErrors.notFound, { providerId });
    return this.flows.begin(providerId, caller);
  }

  /** The browser is back. @returns where it goes next; what went wrong is said there too */
  async arrive({ query, browserSecret }: OidcCallback): Promise<string> {
    let page = '/sign-in';
    try {
      const state = new URLSearchParams(query).get('state');
      if (!state) throw new Failure(oidcErrors.refused);
      const flow = await this.flows.take(state, browserSecret);
      if (flow.linkUserId !== null) page = '/account';
      const provider = await this.flows.provider(flow.providerId);
      const person = await this.outside.person(provider, query, flow);
      if (flow.linkUserId !== null) {
        await this.links.link(provider, person, flow.linkUserId, linkerOf(flow));
        return `${page}#linked=${provider.id}`;
      }
      const userId = await this.links.personOf(provider, person);
      return `${page}#oidc=${await this.codeFor(userId, flow.browserHash)}`;
    } catch (error) {
      if (error instanceof Failure) return `${page}#problem=${error.kind.code}`;
      throw error;
    }
  }

  /** @throws Failure `oidc.refused` for a code that is unknown, used, run out or another browser's; `sessions.locked` */
  async finish({ code, browserSecret }: OidcFinishHere): Promise<SignInStep> {
    const [rows] = await this.database.query<[Arrival[], number]>(
      `DELETE FROM oidc_arrivals WHERE hash = $1 AND expires_at > now()
       RETURNING user_id AS "userId", browser_hash AS "browserHash"`,
      [hashOf(code)],
    );
    const [arrival] = rows;
    if (!arrival || !isSameBrowser(arrival.browserHash, browserSecret)) throw new Failure(oidcErrors.refused);
    return this.continuing.from({ userId: arrival.userId, way: 'oidc', initial: false, proven: false });
  }

  private async codeFor(userId: string, browserHash: Buffer): Promise<string> {
    const code = newToken();
    await this.database.query(
      `INSERT INTO oidc_arrivals (hash, browser_hash, user_id, expires_at)
       VALUES ($1, $2, $3, now() + interval '1 minute')`,
      [hashOf(code), browserHash, userId],
    );
    return code;
  }
}

/** Whoever began to link, for the auditor. */
const linkerOf = ({ linkUserId: userId, linkSessionId: sessionId }: Flow): Caller =>
  userId === null || sessionId === null
    ? anonymous
    : { kind: 'user', userId, sessionId, rightsVersion: 1, grants: [], roles: {} };
