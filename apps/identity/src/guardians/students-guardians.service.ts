import type { Caller } from '@diemcau/contracts/core/caller';
import { Failure } from '@diemcau/contracts/core/failure';
import {
  guardianErrors,
  type GuardianshipRef,
  type GuardianView,
} from '@diemcau/contracts/identity/guardians';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { StandingService } from '../users/standing.service.js';
import { BindingService } from './binding.service.js';
import { GuardianshipsService } from './guardianships.service.js';

/** What operators see and decide about the guardians of their students. */
@Injectable()
export class StudentsGuardiansService {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly standing: StandingService,
    private readonly guardianships: GuardianshipsService,
    private readonly binding: BindingService,
  ) {}

  /** @throws Failure `users.notFound`, also out of the caller's scope */
  async of(studentId: string, caller: Caller): Promise<GuardianView[]> {
    await this.database.transaction((manager) => this.standing.see(manager, studentId, 'users.read', caller));
    return this.guardianships.of(studentId);
  }

  /** @throws Failure `users.notFound`, `guardians.notFound` */
  async unbind({ userId, guardianId }: GuardianshipRef, caller: Caller): Promise<void> {
    await this.database.transaction(async (manager) => {
      const { unitId } = await this.standing.see(manager, userId, 'users.write', caller);
      if (!(await this.binding.unbind(manager, guardianId, userId, unitId, caller))) {
        throw new Failure(guardianErrors.notFound, { guardianId });
      }
    });
  }
}
