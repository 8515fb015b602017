import { commonFailures, Failure, type FailureKind } from '@diemcau/contracts/core/failure';
import { classErrors } from '@diemcau/contracts/identity/classes';
import { scimErrors } from '@diemcau/contracts/identity/scim';
import { unitErrors } from '@diemcau/contracts/identity/units';
import { userErrors } from '@diemcau/contracts/identity/users';

/** What the features of people and classes refuse, in the words of RFC 7644 3.12. */
const inScim = new Map<string, FailureKind>([
  [userErrors.notFound.code, scimErrors.notFound],
  [classErrors.notFound.code, scimErrors.notFound],
  [userErrors.userNameTaken.code, scimErrors.uniqueness],
  [userErrors.codeTaken.code, scimErrors.uniqueness],
  [classErrors.taken.code, scimErrors.uniqueness],
  [userErrors.beyond.code, scimErrors.protected],
  [userErrors.lastAdmin.code, scimErrors.protected],
  [userErrors.changedMeanwhile.code, scimErrors.version],
  [classErrors.changedMeanwhile.code, scimErrors.version],
  [commonFailures.invalid.code, scimErrors.invalidValue],
  [commonFailures.malformed.code, scimErrors.invalidSyntax],
  [userErrors.unitClosed.code, scimErrors.invalidValue],
  [userErrors.otherProvince.code, scimErrors.invalidValue],
  [userErrors.wrongState.code, scimErrors.invalidValue],
  [classErrors.unitClosed.code, scimErrors.invalidValue],
  [classErrors.notStudents.code, scimErrors.invalidValue],
  [unitErrors.notFound.code, scimErrors.invalidValue],
]);

/** Does work whose failures a directory is to understand. @throws Failure `scim.…` */
export async function asScim<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const kind = error instanceof Failure ? inScim.get(error.kind.code) : undefined;
    if (!(error instanceof Failure) || !kind) throw error;
    throw new Failure(kind, { why: error.kind.en, ...error.details }, error.errors);
  }
}

const versionsTried = 3;

/**
 * Does work that rests on a version that was just read; again when somebody was quicker.
 * @param ifMatch when the client said which version it means, being late is the client's business
 */
export async function unlessLate<T>(ifMatch: string | undefined, work: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      return await work();
    } catch (error) {
      const late = error instanceof Failure && error.is(scimErrors.version);
      if (!late || ifMatch !== undefined || tries === versionsTried) throw error;
    }
  }
}

export const etagOf = ({ version }: { readonly version: number }): string => `W/"${version}"`;

/** @throws Failure `scim.version` unless one of the tags is the resource's (RFC 9110 13.1.1, compared weakly) */
export function refuseUnmatched(ifMatch: string | undefined, etag: string): void {
  if (ifMatch === undefined || ifMatch.trim() === '*') return;
  const tags = ifMatch.split(',').map((tag) => tag.trim().replace(/^W\//, ''));
  if (!tags.includes(etag.replace(/^W\//, ''))) throw new Failure(scimErrors.version);
}
