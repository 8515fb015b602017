import { ClientOf, contract, takes } from '../core/contract.js';
import { failures } from '../core/failure.js';
import { Int, Secret, Text } from '../core/fields.js';

/** UTF-16 units of an answer that are kept; of a longer one only that there was one. */
export const longestKeptAnswer = 65_536;
/** Days that a key is remembered. */
export const keyedDays = 1;

/** What a client may send again under the same `Idempotency-Key` without its being done twice. */
export class KeyedRequest {
  /** The client's own, best a UUID; each account and each program has keys of its own. */
  @Secret({ max: 200 }) key: string;
  /** SHA-256 of method, address and body, in hexadecimal digits. */
  @Text({ min: 64, max: 64 }) fingerprint: string;
}

/** How it was answered before; both null when it is asked for the first time. */
export class KeyedOutcome {
  @Int({ min: 200, max: 399, nullable: true }) status: number | null;
  /** JSON; empty when the answer had no body, null when it was not kept: a file, or too long. */
  @Secret({ min: 0, max: longestKeptAnswer, nullable: true }) body: string | null;
}

export class KeyedAnswer extends KeyedOutcome {
  @Secret({ max: 200 }) key: string;
}

export class KeyedRef {
  @Secret({ max: 200 }) key: string;
}

export const keyedErrors = failures('idempotency', {
  keyInvalid: {
    status: 400,
    vi: 'Idempotency-Key phải có 1–200 ký tự ASCII, không có khoảng trắng',
    en: 'Idempotency-Key must be 1–200 ASCII characters without spaces',
  },
  keyReused: {
    status: 422,
    vi: 'Idempotency-Key này đã dùng cho một yêu cầu khác; mỗi yêu cầu cần một khoá mới',
    en: 'This Idempotency-Key was used for another request; each request needs a new one',
  },
  underWay: {
    status: 409,
    vi: 'Yêu cầu với Idempotency-Key này đang được xử lý, xin gửi lại sau giây lát',
    en: 'The request with this Idempotency-Key is under way; send it again in a moment',
  },
  outcomeUnknown: {
    status: 409,
    vi: 'Không rõ yêu cầu với Idempotency-Key này đã được thực hiện hay chưa; hãy xem lại rồi gửi với khoá mới',
    en: 'Whether the request with this Idempotency-Key was carried out is not known; look first, then use a new key',
  },
  answerGone: {
    status: 409,
    vi: 'Yêu cầu với Idempotency-Key này đã được thực hiện, nhưng câu trả lời không được lưu',
    en: 'The request with this Idempotency-Key was carried out, but its answer was not kept',
  },
});

/** For the edge: a request is begun, then finished with its answer, or released because nothing was done. */
export const KeyedRequests = contract('identity.keyedRequests', {
  begin: takes(KeyedRequest).gives(KeyedOutcome),
  finish: takes(KeyedAnswer),
  release: takes(KeyedRef),
});
export class KeyedRequestsClient extends ClientOf(KeyedRequests) {}
