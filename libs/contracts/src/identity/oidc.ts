import { ClientOf, contract, takes } from '../core/contract.js';
import { failures } from '../core/failure.js';
import { Flag, Id, Instant, Int, ListOf, OneOf, Secret, Text } from '../core/fields.js';
import { Nothing } from '../core/page.js';
import { SignInStep } from './sessions.js';

export const linkingRules = ['verifiedEmail', 'explicit'] as const;
/**
 * How a person of the provider becomes a person of the province. `explicit`: only who linked it from the account page.
 * `verifiedEmail`: also by the address, when the provider says it is verified and exactly one active account of the
 * province has it. Nobody is created.
 */
export type LinkingRule = (typeof linkingRules)[number];

/** An outside provider of sign-ins (OpenID Connect 1.0), as operators see it; its secret is never shown. */
export class OidcProvider {
  @Id() id: string;
  @Id() provinceId: string;
  /** `https://accounts.google.com` */
  @Text({ max: 300 }) issuer: string;
  @Text({ max: 300 }) clientId: string;
  @Text({ max: 60 }) nameVi: string;
  @Text({ max: 60 }) nameEn: string;
  @OneOf(linkingRules) linking: LinkingRule;
  /** Offered at sign-in. */
  @Flag() enabled: boolean;
  @Int({ min: 1, max: 2_000_000_000 }) version: number;
  /** To be registered at the provider. */
  @Text({ max: 300 }) redirectUri: string;
}
export class OidcProviderList {
  @ListOf(() => OidcProvider, { max: 50 }) items: OidcProvider[];
}

export class AddOidcProvider {
  /** https only; plain http for this machine itself, outside production. */
  @Text({ max: 300, example: 'https://accounts.google.com' }) issuer: string;
  @Text({ max: 300, example: 'diem-cau' }) clientId: string;
  /** Kept encrypted. */
  @Secret({ max: 500 }) clientSecret: string;
  @Text({ max: 60, example: 'Tài khoản Google của trường' }) nameVi: string;
  @Text({ max: 60, example: 'School Google account' }) nameEn: string;
  @OneOf(linkingRules, { example: 'verifiedEmail' }) linking: LinkingRule;
  @Flag() enabled: boolean;
  /** The caller's own unless given. */
  @Id({ optional: true }) provinceId?: string;
}

export class OidcProviderRef {
  @Id() providerId: string;
}

export class ChangeOidcProvider extends OidcProviderRef {
  @Int({ min: 1, max: 2_000_000_000 }) version: number;
  @Text({ max: 300, optional: true }) clientId?: string;
  @Secret({ max: 500, optional: true }) clientSecret?: string;
  @Text({ max: 60, optional: true }) nameVi?: string;
  @Text({ max: 60, optional: true }) nameEn?: string;
  @OneOf(linkingRules, { optional: true }) linking?: LinkingRule;
  @Flag({ optional: true }) enabled?: boolean;
}

/** A button of the sign-in page. */
export class OidcButton {
  @Id() id: string;
  @Text({ max: 60 }) nameVi: string;
  @Text({ max: 60 }) nameEn: string;
  @Text({ max: 200 }) provinceName: string;
}
export class OidcButtonList {
  @ListOf(() => OidcButton, { max: 50 }) items: OidcButton[];
}

/** Where the browser goes next. */
export class OidcStart {
  /** At the provider. */
  @Text({ max: 3000 }) url: string;
}
/** As {@link OidcStart}, with what binds the flow to this browser; the edge keeps it in a cookie. */
export class OidcBegun extends OidcStart {
  @Text({ max: 100 }) browserSecret: string;
}

/** What providers add to the address they send the browser back to; others are passed on as they came. */
export class OidcCallbackQuery {
  @Text({ max: 2000, optional: true }) code?: string;
  @Text({ max: 200, optional: true }) state?: string;
  @Text({ max: 300, optional: true }) iss?: string;
  @Text({ max: 200, optional: true }) error?: string;
}

/** The provider's answer as it came in the address. */
export class OidcCallback {
  /** Query of the callback, without the question mark. */
  @Text({ max: 4000 }) query: string;
  /** Of the cookie; null when the browser has none. */
  @Secret({ max: 100, nullable: true }) browserSecret: string | null;
}
/**
 * Where the browser goes after the provider: `/sign-in#oidc=<code>`, `/account#linked=<provider id>`,
 * `/sign-in#problem=<code of the problem>`, `/account#problem=…`. What follows # stays in the browser.
 */
export class OidcArrival {
  @Text({ max: 500 }) path: string;
}

export class OidcFinish {
  /** Of the address; good once, for a minute. */
  @Secret({ max: 100 }) code: string;
}
export class OidcFinishHere extends OidcFinish {
  @Secret({ max: 100, nullable: true }) browserSecret: string | null;
}

export class OidcLink {
  @Id() id: string;
  @Id() providerId: string;
  @Text({ max: 60 }) nameVi: string;
  @Text({ max: 60 }) nameEn: string;
  @Instant() linkedAt: string;
  @Instant({ nullable: true }) lastUsedAt: string | null;
}
export class OidcLinkList {
  @ListOf(() => OidcLink, { max: 50 }) items: OidcLink[];
}
export class OidcLinkRef {
  @Id() linkId: string;
}

export const Oidc = contract('identity.oidc', {
  /** Public. */
  buttons: takes(Nothing).gives(OidcButtonList),
  begin: takes(OidcProviderRef).gives(OidcBegun),
  arrive: takes(OidcCallback).gives(OidcArrival),
  finish: takes(OidcFinishHere).gives(SignInStep),
  /** Those of the caller's own account. */
  links: takes(Nothing).gives(OidcLinkList),
  /** Needs a sign-in or confirmation of the last 10 minutes. */
  beginLink: takes(OidcProviderRef).gives(OidcBegun),
  /** Needs a sign-in or confirmation of the last 10 minutes. */
  unlink: takes(OidcLinkRef),
});
export class OidcClient extends ClientOf(Oidc) {}

export const OidcProviders = contract('identity.oidcProviders', {
  /** Needs `settings.read` over the province. */
  list: takes(Nothing).gives(OidcProviderList),
  /** What follows needs `settings.write` over the province. */
  add: takes(AddOidcProvider).gives(OidcProvider),
  change: takes(ChangeOidcProvider).gives(OidcProvider),
  /** With everybody's links to it. */
  remove: takes(OidcProviderRef),
});
export class OidcProvidersClient extends ClientOf(OidcProviders) {}

export const oidcErrors = failures('oidc', {
  notFound: { status: 404, vi: 'Không tìm thấy nơi đăng nhập này', en: 'There is no such provider' },
  issuer: {
    status: 400,
    vi: 'Địa chỉ nơi phát hành phải bắt đầu bằng https://',
    en: 'The issuer must start with https://',
  },
  twice: {
    status: 409,
    vi: 'Nơi đăng nhập này đã được khai báo',
    en: 'There is such a provider already',
  },
  changed: {
    status: 412,
    vi: 'Nơi đăng nhập vừa được người khác sửa; xin tải lại',
    en: 'Somebody else has just changed the provider; please reload',
  },
  away: {
    status: 503,
    vi: 'Nơi đăng nhập bên ngoài không trả lời; xin thử lại sau hoặc đăng nhập bằng mật khẩu',
    en: 'The outside provider does not answer; try again later or sign in with your password',
  },
  refused: {
    status: 401,
    vi: 'Đăng nhập bên ngoài không thành công; xin thử lại từ đầu',
    en: 'Signing in with the outside provider failed; please start again',
  },
  cancelled: {
    status: 401,
    vi: 'Bạn đã huỷ đăng nhập ở nơi đăng nhập bên ngoài',
    en: 'Signing in was cancelled at the outside provider',
  },
  unknownPerson: {
    status: 403,
    vi: 'Tài khoản bên ngoài này chưa gắn với ai; hãy đăng nhập bằng mật khẩu rồi liên kết trong trang tài khoản, hoặc nhờ cán bộ CNTT',
    en: 'Nobody here goes with that outside account: sign in with your password and link it, or ask your operator',
  },
  linkedElsewhere: {
    status: 409,
    vi: 'Tài khoản bên ngoài này đã gắn với một người khác',
    en: 'That outside account is linked to somebody else',
  },
});
