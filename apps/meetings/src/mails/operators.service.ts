import type { ServiceCaller } from '@diemcau/contracts/core/caller';
import { AddresseesClient } from '@diemcau/contracts/identity/addressees';
import { Injectable } from '@nestjs/common';

const itself: ServiceCaller = { kind: 'service', name: 'meetings' };
const unitsPerQuestion = 200;

/** An account, or an entry of the roster for somebody who has none. */
export interface Recipient {
  readonly id: string;
  readonly account: boolean;
}
export interface Operator extends Recipient {
  readonly unitId: string;
  readonly name: string;
}

/** What tells identity who is meant. */
export const addressedTo = ({ id, account }: Recipient): { userId: string } | { entryId: string } =>
  account ? { userId: id } : { entryId: id };

/** Who runs the sites of units today, asked of identity each time (HB-10.3). */
@Injectable()
export class OperatorsService {
  constructor(private readonly addressees: AddresseesClient) {}

  async of(unitIds: readonly string[]): Promise<Operator[]> {
    const found: Operator[] = [];
    for (let at = 0; at < unitIds.length; at += unitsPerQuestion) {
      const some = { unitIds: unitIds.slice(at, at + unitsPerQuestion) };
      const [registered, others] = await Promise.all([
        this.addressees.operators(some, itself),
        this.addressees.unregistered(some, itself),
      ]);
      found.push(...registered.items.map(({ userId, ...rest }) => ({ ...rest, id: userId, account: true })));
      found.push(...others.items.map(({ entryId, ...rest }) => ({ ...rest, id: entryId, account: false })));
    }
    return found;
  }

  /** Who of these, known by the roster alone, runs a site today. */
  async unregistered(entryIds: readonly string[]): Promise<Operator[]> {
    const wanted = [...new Set(entryIds)];
    const found: Operator[] = [];
    for (let at = 0; at < wanted.length; at += unitsPerQuestion) {
      const some = wanted.slice(at, at + unitsPerQuestion);
      const { items } = await this.addressees.entries({ entryIds: some }, itself);
      found.push(...items.map(({ entryId, ...rest }) => ({ ...rest, id: entryId, account: false })));
    }
    return found;
  }
}
