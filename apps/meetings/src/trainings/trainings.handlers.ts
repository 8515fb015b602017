import type { Caller } from '@diemcau/contracts/core/caller';
import type { Handlers } from '@diemcau/contracts/core/contract';
import {
  type CertificateQuery,
  type CertificateRef,
  type CertificatesOfPart,
  Certificates,
  type RevokeCertificate,
  type VerifyCertificate,
} from '@diemcau/contracts/meetings/certificates';
import {
  type ChangeTraining,
  type PlanTraining,
  type TrainingQuery,
  type TrainingEventRef,
  Trainings,
} from '@diemcau/contracts/meetings/trainings';
import {
  type CandidateQuery,
  type MarkAttendance,
  type RegisterPeople,
  type RegistrationQuery,
  type RegistrationRef,
  Registrations,
} from '@diemcau/contracts/meetings/trainings-people';
import { Handles } from '@diemcau/service/bus/handles';
import { Controller } from '@nestjs/common';
import { CandidatesService } from './candidates.service.js';
import { CertificatesService } from './certificates.service.js';
import { IssuingService } from './issuing.service.js';
import { PlanningTrainingsService } from './planning-trainings.service.js';
import { RegistrationsService } from './registrations.service.js';
import { RevokingService } from './revoking.service.js';
import { TrainingsService } from './trainings.service.js';

@Controller()
export class TrainingsHandlers implements Handlers<typeof Trainings> {
  constructor(
    private readonly trainings: TrainingsService,
    private readonly planning: PlanningTrainingsService,
  ) {}

  @Handles(Trainings.list) async list(input: TrainingQuery, caller: Caller) {
    return this.trainings.list(input, caller);
  }
  @Handles(Trainings.find) async find({ trainingId }: TrainingEventRef, caller: Caller) {
    return this.trainings.find(trainingId, caller);
  }
  @Handles(Trainings.plan) async plan(input: PlanTraining, caller: Caller) {
    return this.trainings.find(await this.planning.plan(input, caller), caller);
  }
  @Handles(Trainings.change) async change(input: ChangeTraining, caller: Caller) {
    await this.planning.change(input, caller);
    return this.trainings.find(input.trainingId, caller);
  }
}

@Controller()
export class RegistrationsHandlers implements Handlers<typeof Registrations> {
  constructor(
    private readonly registrations: RegistrationsService,
    private readonly possible: CandidatesService,
  ) {}

  @Handles(Registrations.list) async list(input: RegistrationQuery, caller: Caller) {
    return this.registrations.list(input, caller);
  }
  @Handles(Registrations.candidates) async candidates(input: CandidateQuery, caller: Caller) {
    return this.possible.list(input, caller);
  }
  @Handles(Registrations.register) async register(input: RegisterPeople, caller: Caller) {
    return { added: await this.registrations.register(input, caller) };
  }
  @Handles(Registrations.withdraw) async withdraw(input: RegistrationRef, caller: Caller) {
    return this.registrations.withdraw(input, caller);
  }
  @Handles(Registrations.mark) async mark(input: MarkAttendance, caller: Caller) {
    return this.registrations.mark(input, caller);
  }
}

@Controller()
export class CertificatesHandlers implements Handlers<typeof Certificates> {
  constructor(
    private readonly certificates: CertificatesService,
    private readonly issuing: IssuingService,
    private readonly revoking: RevokingService,
  ) {}

  @Handles(Certificates.issue) async issue({ trainingId }: TrainingEventRef, caller: Caller) {
    return { issued: await this.issuing.issue(trainingId, caller) };
  }
  @Handles(Certificates.list) async list(input: CertificateQuery, caller: Caller) {
    return this.certificates.list(input, caller);
  }
  @Handles(Certificates.find) async find({ certificateId }: CertificateRef, caller: Caller) {
    return this.certificates.find(certificateId, caller);
  }
  @Handles(Certificates.toPrint) async toPrint(input: CertificatesOfPart, caller: Caller) {
    return this.certificates.toPrint(input, caller);
  }
  @Handles(Certificates.revoke) async revoke(input: RevokeCertificate, caller: Caller) {
    await this.revoking.revoke(input, caller);
    return this.certificates.find(input.certificateId, caller);
  }
  @Handles(Certificates.verify) async verify({ code }: VerifyCertificate) {
    return this.certificates.verify(code);
  }
}
