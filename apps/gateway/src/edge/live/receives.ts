import type { Operation } from '@diemcau/contracts/core/contract';
import type { Access } from '../auth/access.js';
import type { LimitClass } from '../limits/limits.js';
import type { Connection } from './connection.js';

/** How one kind of message is received. */
export interface Receiving {
  readonly operations: readonly Operation[];
  readonly access: Access;
  /** Handed on as it came: its owner judges it. */
  readonly forwarded: boolean;
  readonly limit?: LimitClass;
  /** The method's name. */
  readonly method: string;
}

const receivingKey = Symbol('receives');

type Decorated<A extends unknown[], R> = (
  target: object,
  name: string,
  descriptor: TypedPropertyDescriptor<(...args: A) => Promise<R>>,
) => void;

function mark(target: object, receiving: Receiving): void {
  Reflect.defineMetadata(receivingKey, [...receivingOf(target), receiving], target);
}

/** Marks the method that answers one socket message itself; the input has been validated. */
export function Receives<In extends object, Out>(
  operation: Operation<In, Out>,
  access: Access,
  limit?: LimitClass,
): Decorated<[In, Connection], Out> {
  return (target, method) =>
    mark(target, { operations: [operation], access, forwarded: false, ...(limit && { limit }), method });
}

/** Marks the method that hands messages on to the node that owns what they are about. */
export function Forwards(
  operations: readonly Operation[],
  access: Access,
): Decorated<[Operation, object, Connection], unknown> {
  return (target, method) => mark(target, { operations, access, forwarded: true, method });
}

export function receivingOf(target: object): readonly Receiving[] {
  return (Reflect.getMetadata(receivingKey, target) as Receiving[] | undefined) ?? [];
}
