import type { EntityManager } from 'typeorm';
import { NamesService } from '../../users/names.service.js';

const naming = new NamesService();

/** Names tried at a time for one wish. */
const tried = 16;

/**
 * Gives out user names that nobody has, neither in the database nor in this import. Somebody else may take one before it
 * is written; then the unique index decides, and the next is asked for.
 */
export class UserNameAllotment {
  /** How far the choices of each wish have been used up. */
  private readonly used = new Map<string, number>();

  /** @param wishes what `userNameOf` proposes, in the order of the rows */
  async allot(manager: EntityManager, wishes: readonly string[]): Promise<string[]> {
    const names = new Map<number, string>();
    while (names.size < wishes.length) {
      const waiting = wishes.flatMap((wish, i) => (names.has(i) ? [] : [{ wish, i }]));
      const free = await this.free(manager, new Set(waiting.map(({ wish }) => wish)));
      for (const { wish, i } of waiting) {
        const next = free.get(wish)?.shift();
        if (next === undefined) continue;
        names.set(i, naming.nthUserName(wish, next));
        this.used.set(wish, next);
      }
    }
    return wishes.map((_, i) => names.get(i) ?? '');
  }

  /** The next choices of each wish that nobody has, as their numbers. */
  private async free(manager: EntityManager, wishes: ReadonlySet<string>): Promise<Map<string, number[]>> {
    const choices = [...wishes].map((wish) => {
      const first = (this.used.get(wish) ?? 0) + 1;
      return { wish, numbers: Array.from({ length: tried }, (_, k) => first + k) };
    });
    const names = choices.flatMap(({ wish, numbers }) => numbers.map((n) => naming.nthUserName(wish, n)));
    const rows = await manager.query<{ name: string }[]>(
      `SELECT lower(user_name COLLATE pg_c_utf8) AS name FROM users
       WHERE lower(user_name COLLATE pg_c_utf8) = ANY ($1)`,
      [names],
    );
    const taken = new Set(rows.map(({ name }) => name));
    return new Map(
      choices.map(({ wish, numbers }) => {
        const left = numbers.filter((n) => !taken.has(naming.nthUserName(wish, n)));
        if (left.length === 0) this.used.set(wish, numbers.at(-1) ?? 0);
        return [wish, left];
      }),
    );
  }
}
