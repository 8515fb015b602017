import { Failure } from '@diemcau/contracts/core/failure';
import { userErrors, UsersClient } from '@diemcau/contracts/identity/users';
import { noteErrors } from '@diemcau/contracts/meetings/notes';
import { Injectable } from '@nestjs/common';

/** Whom a note is about, as identity knows them. */
@Injectable()
export class NoteSubjectsService {
  constructor(private readonly users: UsersClient) {}

  /** @throws Failure `notes.noSubject` for somebody who does not belong to the unit */
  async nameOf(userId: string, unitId: string): Promise<string> {
    const person = await this.users
      .find({ userId }, { kind: 'service', name: 'meetings' })
      .catch((error: unknown) => {
        if (error instanceof Failure && error.is(userErrors.notFound)) return null;
        throw error;
      });
    if (person?.unitId !== unitId) throw new Failure(noteErrors.noSubject, { userId });
    return person.displayName;
  }
}
