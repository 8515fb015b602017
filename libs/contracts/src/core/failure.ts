/** One expected way of failing, declared beside the contract that can fail so. Titles are shown to people as they are. */
export interface FailureKind {
  /** `lobby.notWaiting`: what clients branch on; never changes once published. */
  readonly code: string;
  /** HTTP status at the edge (RFC 9110). */
  readonly status: number;
  readonly vi: string;
  readonly en: string;
}

export type FailureDetails = Record<string, unknown>;

/** Where one field of an input broke its contract. */
export interface FieldFault {
  /** `tiles.0.width` */
  readonly path: string;
  /** `isInt`, `maxLength`, `unknown` … */
  readonly code: string;
}

/** An expected failure: crosses the bus whole and becomes problem+json (RFC 9457) at the edge. */
export class Failure extends Error {
  constructor(
    readonly kind: FailureKind,
    readonly details: FailureDetails = {},
    readonly errors: readonly FieldFault[] = [],
  ) {
    super(kind.code);
    this.name = 'Failure';
  }

  is(kind: FailureKind): boolean {
    return this.kind.code === kind.code;
  }
}

/** Declares the failures of one feature: the code is `<feature>.<name>`. */
export function failures<K extends string>(
  feature: string,
  kinds: Record<K, Omit<FailureKind, 'code'>>,
): Record<K, FailureKind> {
  const named = Object.entries<Omit<FailureKind, 'code'>>(kinds).map(([name, kind]) => [
    name,
    { code: `${feature}.${name}`, ...kind },
  ]);
  return Object.fromEntries(named) as Record<K, FailureKind>;
}

/** Failures that any call can have. */
export const commonFailures = failures('common', {
  invalid: { status: 400, vi: 'Dữ liệu gửi lên chưa hợp lệ', en: 'The input is not valid' },
  malformed: { status: 400, vi: 'Không đọc được dữ liệu gửi lên', en: 'The input cannot be read' },
  ifMatchUnknown: {
    status: 400,
    vi: 'If-Match phải là phiên bản trong dấu ngoặc kép, và chỉ dùng ở nơi có so sánh phiên bản',
    en: 'If-Match must be a version in quotes, and only where versions are compared',
  },
  signInNeeded: { status: 401, vi: 'Bạn cần đăng nhập', en: 'Please sign in' },
  notAllowed: {
    status: 403,
    vi: 'Bạn không có quyền làm việc này',
    en: 'You are not allowed to do this',
  },
  notFound: { status: 404, vi: 'Không tìm thấy', en: 'Not found' },
  tooLarge: { status: 413, vi: 'Dữ liệu gửi lên quá lớn', en: 'The input is too large' },
  unsupportedType: {
    status: 415,
    vi: 'Kiểu dữ liệu gửi lên không được hỗ trợ',
    en: 'This content type is not supported',
  },
  tooMany: {
    status: 429,
    vi: 'Quá nhiều yêu cầu, xin thử lại sau giây lát',
    en: 'Too many requests, please try again in a moment',
  },
  internal: {
    status: 500,
    vi: 'Hệ thống gặp lỗi ngoài dự kiến; xin báo mã yêu cầu cho bộ phận hỗ trợ',
    en: 'Something unexpected went wrong; please give the request id to support',
  },
  unavailable: {
    status: 503,
    vi: 'Hệ thống đang khởi động lại, xin thử lại sau vài giây',
    en: 'The system is restarting, please try again in a few seconds',
  },
});
