import type { Caller } from '@diemcau/contracts/core/caller';
import type { Operation } from '@diemcau/contracts/core/contract';
import type { Fact } from '@diemcau/contracts/core/messages';
import { Ctx, MessagePattern, Payload } from '@nestjs/microservices';
import type { EntityManager } from 'typeorm';

/** Nest's transport id of {@link BusServer}. */
export const busTransport = Symbol('bus');

export interface OperationExtras {
  readonly operation: Operation;
}
export interface FactExtras {
  readonly fact: Fact;
}

/** A method that takes fewer of the arguments fits as well. */
type Method<A extends unknown[], R> = (
  target: object,
  name: string,
  descriptor: { value?: (...args: A) => Promise<R> },
) => void;

/** Nest hands over the first argument only, unless told what each one is. */
function takesBoth(target: object, name: string): void {
  Payload()(target, name, 0);
  Ctx()(target, name, 1);
}

/** Marks the method that answers one operation; its signature must fit the contract. */
export function Handles<In extends object, Out>(operation: Operation<In, Out>): Method<[In, Caller], Out> {
  return (target, name, descriptor) => {
    takesBoth(target, name);
    MessagePattern(operation.subject, busTransport, { operation } satisfies OperationExtras)(
      target,
      name,
      descriptor,
    );
  };
}

/**
 * Marks the method that takes one fact, exactly once: it runs in the transaction that notes the fact as taken, and must
 * change the database through the manager it is given. Several methods of a service may take one fact: all run in that
 * transaction, in the order of their modules, and one that fails makes it come again to all.
 */
export function OnFact<B extends object>(fact: Fact<B>): Method<[B, EntityManager], void> {
  return (target, name, descriptor) => {
    takesBoth(target, name);
    MessagePattern(fact.subject, busTransport, { fact } satisfies FactExtras)(target, name, descriptor);
  };
}
