import { hash, verify } from '@node-rs/argon2';
import { Injectable } from '@nestjs/common';

/** OWASP's first choice for argon2id (the library's default kind): 19 MiB, 2 passes, 1 lane; some 20 ms of one core. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** Keyboards write Vietnamese letters in two ways; RFC 8265, 4.2.2. */
const normal = (password: string): string => password.normalize('NFC');

@Injectable()
export class PasswordsService {
  /** The hash of nobody's password, of the same cost as a real one. */
  private readonly nobodys = this.hash('nobody');

  /** PHC form, with a salt of its own. */
  async hash(password: string): Promise<string> {
    return hash(normal(password), cost);
  }

  /** The work is the same whether there is an account or not, so the time tells nothing about which names exist. */
  async isRight(password: string, stored: string | null): Promise<boolean> {
    const right = await verify(stored ?? (await this.nobodys), normal(password));
    return right && stored !== null;
  }
}
