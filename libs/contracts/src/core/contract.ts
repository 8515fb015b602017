import type { Caller } from './caller.js';

export type Dto<T extends object = object> = new () => T;

/** One request/reply operation on the bus. Its subject is also the socket message's name where the edge offers it there. */
export interface Operation<In extends object = object, Out = unknown> {
  readonly subject: string;
  readonly input: Dto<In>;
  /** Class of the answer; null where there is none. */
  readonly output: Dto | null;
  /** Answered by one named node of a stateful service: `media.@.room.join` becomes `media.<node>.room.join`. */
  readonly addressed: boolean;
  /** Only carries the type. */
  readonly __out?: Out;
}

interface Declaration {
  readonly input: Dto;
  readonly output: Dto | null;
}
type Declared = Record<string, Declaration>;
type InOf<D> = D extends { input: Dto<infer I> } ? I : never;
type OutOf<D> = D extends { output: Dto<infer O> } ? O : void;

export type Contract<D extends Declared = Declared> = {
  readonly [K in keyof D]: Operation<InOf<D[K]>, OutOf<D[K]>>;
};

/** `takes(AskToEnter).gives(LobbyEntry)`; without `gives` the answer is empty. */
export const takes = <I extends object>(input: Dto<I>) => ({
  input,
  output: null,
  gives: <O extends object>(output: Dto<O>) => ({ input, output }),
});

/** Declares the operations of one feature; any replica of the service answers. */
export function contract<D extends Declared>(feature: string, operations: D): Contract<D> {
  return declare(feature, operations, false);
}

/** Declares operations that only the node holding the state can answer: `feature` starts with `<service>.@.`. */
export function nodeContract<D extends Declared>(
  feature: `${string}.@.${string}`,
  operations: D,
): Contract<D> {
  return declare(feature, operations, true);
}

function declare<D extends Declared>(feature: string, operations: D, addressed: boolean): Contract<D> {
  const declared = Object.entries(operations).map(([name, { input, output }]) => [
    name,
    { subject: `${feature}.${name}`, input, output, addressed },
  ]);
  return Object.fromEntries(declared) as Contract<D>;
}

/** The name of an operation as clients say it on the socket: the subject without the node. */
export const socketName = (operation: Operation): string => operation.subject.replace('.@.', '.');

/** What a caller sees: `lobby.ask(input, caller)`. */
export type Client<C> = {
  readonly [K in keyof C]: C[K] extends Operation<infer In, infer Out>
    ? (input: In, caller: Caller) => Promise<Out>
    : never;
};

/** What a service must provide: every operation of its contract, by name. */
export type Handlers<C> = {
  [K in keyof C]: C[K] extends Operation<infer In, infer Out>
    ? (input: In, caller: Caller) => Promise<Out>
    : never;
};

/** The road a request takes; libs/service has the one over NATS. */
export abstract class Bus {
  abstract call<In extends object, Out>(
    operation: Operation<In, Out>,
    input: In,
    caller: Caller,
    node?: string,
  ): Promise<Out>;
}

function clientOf<C extends object>(operations: C, bus: Bus, node?: string): Client<C> {
  const calls = Object.entries<Operation>(operations as Record<string, Operation>).map(
    ([name, operation]) => [
      name,
      (input: object, caller: Caller) => bus.call(operation, input, caller, node),
    ],
  );
  return Object.fromEntries(calls) as Client<C>;
}

/** A class that is both the typed client of a contract and its injection token: `class LobbyClient extends ClientOf(Lobby) {}`. */
export function ClientOf<C extends object>(operations: C): new (bus: Bus) => Client<C> {
  class ContractClient {
    constructor(bus: Bus) {
      Object.assign(this, clientOf(operations, bus));
    }
  }
  return ContractClient as new (bus: Bus) => Client<C>;
}

/** The typed client of a {@link nodeContract}. */
export interface NodeClient<C> {
  /** The client that speaks to one node. */
  at(node: string): Client<C>;
}

/** As {@link ClientOf}, for a {@link nodeContract}: `rooms.at(node).join(input, caller)`. */
export function NodeClientOf<C extends object>(operations: C): new (bus: Bus) => NodeClient<C> {
  return class NodeContractClient implements NodeClient<C> {
    private readonly nodes = new Map<string, Client<C>>();

    constructor(private readonly bus: Bus) {}

    at(node: string): Client<C> {
      const known = this.nodes.get(node) ?? clientOf(operations, this.bus, node);
      this.nodes.set(node, known);
      return known;
    }
  };
}
