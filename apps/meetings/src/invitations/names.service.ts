import type { ServiceCaller } from '@diemcau/contracts/core/caller';
import { type Addressee, AddresseesClient } from '@diemcau/contracts/identity/addressees';
import { Injectable } from '@nestjs/common';
import type { InvitationRow, Names } from './invitation-row.js';

const itself: ServiceCaller = { kind: 'service', name: 'meetings' };
const perQuestion = 200;

/** Who people are, asked of identity each time: meetings keeps ids only. */
@Injectable()
export class NamesService {
  constructor(private readonly addressees: AddresseesClient) {}

  /** Who is unknown or has left is left out. */
  async people(userIds: readonly string[]): Promise<Addressee[]> {
    const wanted = [...new Set(userIds)];
    const found: Addressee[] = [];
    for (let at = 0; at < wanted.length; at += perQuestion) {
      const { items } = await this.addressees.people({ userIds: wanted.slice(at, at + perQuestion) }, itself);
      found.push(...items);
    }
    return found;
  }

  async of(rows: readonly InvitationRow[]): Promise<Names> {
    const people = await this.people(
      rows.flatMap(({ userId, delegateId }) => [userId ?? [], delegateId ?? []].flat()),
    );
    return new Map(people.map(({ userId, name }) => [userId, name]));
  }
}
