import type { Caller } from '@diemcau/contracts/core/caller';
import type { Dto, Operation } from '@diemcau/contracts/core/contract';
import { hasField } from '@diemcau/contracts/core/schema';
import { applyDecorators, HttpCode, RequestMapping, RequestMethod, type Type } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import type { Access, Asker } from '../auth/access.js';
import type { LimitClass } from '../limits/limits.js';
import { Asking, Input } from './input.js';

declare module 'fastify' {
  interface FastifyRequest {
    /** Set before the body is read. */
    asker: Asker;
  }
  interface FastifyContextConfig {
    /** Every route under /api has one, or the gateway does not start. */
    access?: Access;
    limit?: LimitClass;
    /** The body is handed on as it comes, unparsed; input comes from the query alone. */
    upload?: Upload;
    /** Its input has a version that is compared: `If-Match` may say it. */
    takesVersion?: boolean;
  }
}

/** A file as the body. */
export interface Upload {
  /** Content types that are taken. */
  readonly types: readonly string[];
  /** Larger bodies are refused by what they announce; the route counts what really comes. */
  readonly maxBytes: number;
}

/** Everything there is to say about a route; OpenAPI is written from it. */
export interface RouteSpec {
  readonly method: 'get' | 'post' | 'put' | 'patch' | 'delete';
  /** Below {@link apiPrefix}: `rooms/:slug/lobby`. */
  readonly path: string;
  readonly operation: Operation;
  readonly access: Access;
  /** What the client sends, in path and query or body. */
  readonly input: Dto;
  readonly status: number;
  /** Class of the body answered; null for none. */
  readonly answer: Dto | null;
  readonly limit: LimitClass;
  readonly upload?: Upload;
  /** Content types of the file that is answered. */
  readonly download?: readonly string[];
  /** Vietnamese · English. */
  readonly summary: string;
}

interface Extras<Answer> {
  /** 200 unless given; 204 where there is no answer. */
  readonly status?: number;
  /** Where the client sends, or the edge answers, something else than the operation takes and gives. */
  readonly input?: Dto;
  readonly answer?: Dto<Answer & object>;
  /** `read` for GET, `write` for the rest, unless given. */
  readonly limit?: LimitClass;
  readonly upload?: Upload;
  /** Instead of `answer`: the content types of a file. */
  readonly download?: readonly string[];
}

type Method<In, Answer> = (
  target: object,
  name: string,
  descriptor: TypedPropertyDescriptor<(input: In, caller: Caller, ...rest: never[]) => Promise<Answer>>,
) => void;

/** Does it write what has a version? */
export const takesVersion = ({ method, input }: RouteSpec): boolean =>
  method !== 'get' && hasField(input, 'version');

export const apiPrefix = 'api/v1';
const specKey = Symbol('route');

function routeOf(method: RouteSpec['method']) {
  return <In extends object, Out, Answer = Out>(
    path: string,
    operation: Operation<In, Out>,
    access: Access,
    summary: string,
    {
      status,
      input,
      answer,
      limit = method === 'get' ? 'read' : 'write',
      upload,
      download,
    }: Extras<Answer> = {},
  ): Method<In, Answer> => {
    const answered = download ? null : (answer ?? operation.output);
    const code = status ?? (answered || download ? 200 : 204);
    const spec: RouteSpec = {
      method,
      path,
      operation,
      access,
      input: input ?? operation.input,
      status: code,
      answer: answered,
      limit,
      ...(upload && { upload }),
      ...(download && { download }),
      summary,
    };
    return (target, name, descriptor) => {
      Input()(target, name, 0);
      Asking()(target, name, 1);
      Reflect.defineMetadata(specKey, spec, target, name);
      applyDecorators(
        RequestMapping({
          path: `${apiPrefix}/${path}`,
          method: RequestMethod[method.toUpperCase() as 'GET'],
        }),
        HttpCode(code),
        RouteConfig({ access, limit, takesVersion: takesVersion(spec), ...(upload && { upload }) }),
      )(target, name, descriptor as TypedPropertyDescriptor<unknown>);
    };
  };
}

/**
 * Ties verb, path, operation and permission together: `@Route.post('rooms/:slug/lobby', Lobby.ask, anyone, '…')`. The
 * method gets the input, who asks, and what it injects further; it makes one call.
 */
export const Route = {
  get: routeOf('get'),
  post: routeOf('post'),
  put: routeOf('put'),
  patch: routeOf('patch'),
  delete: routeOf('delete'),
};

/** The routes of controllers, in the order they are written. */
export function routesOf(controllers: readonly Type[]): RouteSpec[] {
  return controllers.flatMap(({ prototype }: { prototype: object }) =>
    Object.getOwnPropertyNames(prototype).flatMap(
      (name) => (Reflect.getMetadata(specKey, prototype, name) as RouteSpec | undefined) ?? [],
    ),
  );
}
