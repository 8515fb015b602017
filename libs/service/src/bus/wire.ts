import { type Caller, anonymous } from '@diemcau/contracts/core/caller';
import { commonFailures, Failure, type FailureKind, type FieldFault } from '@diemcau/contracts/core/failure';
import { headers, type MsgHdrs } from '@nats-io/transport-node';
import { randomUUID } from 'node:crypto';
import { currentRequest, type RequestContext } from '../log/request-context.js';

const callerHeader = 'Dc-Caller';
const requestHeader = 'X-Request-Id';
const traceHeader = 'traceparent';
const addressHeader = 'Dc-Address';
const agentHeader = 'Dc-Agent';

/** A reply: the answer, or the failure in full. */
export type Reply =
  | { readonly body: unknown }
  | {
      readonly failure: {
        kind: FailureKind;
        details: Record<string, unknown>;
        errors: readonly FieldFault[];
      };
    };

/** Caller and trace travel in headers. The caller holds ids only, so ASCII suffices. */
export function headersFor(caller: Caller): MsgHdrs {
  const sent = headers();
  const request = currentRequest();
  sent.set(callerHeader, JSON.stringify(caller));
  sent.set(requestHeader, request?.requestId ?? randomUUID());
  if (request?.traceparent) sent.set(traceHeader, request.traceparent);
  if (request?.address) sent.set(addressHeader, request.address);
  if (request?.agent) sent.set(agentHeader, request.agent);
  return sent;
}

export function readHeaders(received: MsgHdrs | undefined): { caller: Caller; request: RequestContext } {
  const caller = received?.get(callerHeader);
  const [traceparent, address, agent] = [traceHeader, addressHeader, agentHeader].map((name) =>
    received?.get(name),
  );
  return {
    caller: caller ? (JSON.parse(caller) as Caller) : anonymous,
    request: {
      requestId: received?.get(requestHeader) || randomUUID(),
      ...(traceparent && { traceparent }),
      ...(address && { address }),
      ...(agent && { agent }),
    },
  };
}

export const failureReply = ({ kind, details, errors }: Failure): Reply => ({
  failure: { kind, details, errors },
});

/** @throws Failure as the other side meant it */
export function answerOf(reply: Reply): unknown {
  if ('failure' in reply) throw new Failure(reply.failure.kind, reply.failure.details, reply.failure.errors);
  return reply.body;
}

/** Surely nothing was done: the question reached no service. */
export const isUnheard = ({ details }: Failure): boolean => details['why'] === unheard;
/** Why a question reached no service. */
export const unheard = 'nobody listens';

export const unavailable = (why: string): Failure => new Failure(commonFailures.unavailable, { why });
