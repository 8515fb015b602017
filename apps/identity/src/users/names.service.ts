import { Injectable } from '@nestjs/common';
import { nameParts, type NameParts, searchTextOf, sortKeyOf, tidyName } from './names.js';
import { freeUserName, nthUserName, userNameOf } from './user-names.js';

/** How names are kept, split, found and sorted, for the other features. */
@Injectable()
export class NamesService {
  tidy(typed: string): string {
    return tidyName(typed);
  }

  parts(fullName: string): NameParts {
    return nameParts(fullName);
  }

  searchText(fullName: string, ...others: readonly (string | null | undefined)[]): string {
    return searchTextOf(fullName, ...others);
  }

  sortKey(fullName: string): string {
    return sortKeyOf(fullName);
  }

  /** What somebody would be called if nobody else were called so. */
  userNameWish(fullName: string, unitCode: string): string {
    return userNameOf(fullName, unitCode);
  }

  /** The n-th choice for a wish. @param n from 1 */
  nthUserName(wish: string, n: number): string {
    return nthUserName(wish, n);
  }

  /** The first choice that is not taken. */
  userName(fullName: string, unitCode: string, isTaken: (name: string) => boolean): string {
    return freeUserName(userNameOf(fullName, unitCode), isTaken);
  }
}
