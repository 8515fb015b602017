import type { Caller } from '@diemcau/contracts/core/caller';
import type { Handlers } from '@diemcau/contracts/core/contract';
import type { PageQuery } from '@diemcau/contracts/core/page';
import type { CertificateRef } from '@diemcau/contracts/meetings/certificates';
import type { TrainingEventRef } from '@diemcau/contracts/meetings/trainings';
import {
  type ComeToTraining,
  type OpenTrainingQuery,
  OwnTrainings,
} from '@diemcau/contracts/meetings/trainings-own';
import { Handles } from '@diemcau/service/bus/handles';
import { Controller } from '@nestjs/common';
import { CertificatesService } from './certificates.service.js';
import { OwnTrainingsService } from './own-trainings.service.js';

@Controller()
export class OwnTrainingsHandlers implements Handlers<typeof OwnTrainings> {
  constructor(
    private readonly own: OwnTrainingsService,
    private readonly certificates: CertificatesService,
  ) {}

  @Handles(OwnTrainings.list) async list(input: PageQuery, caller: Caller) {
    return this.own.list(input, caller);
  }
  @Handles(OwnTrainings.open) async open(input: OpenTrainingQuery, caller: Caller) {
    return this.own.open(input, caller);
  }
  @Handles(OwnTrainings.register) async register(input: ComeToTraining, caller: Caller) {
    return this.own.register(input, caller);
  }
  @Handles(OwnTrainings.withdraw) async withdraw(input: TrainingEventRef, caller: Caller) {
    return this.own.withdraw(input, caller);
  }
  @Handles(OwnTrainings.certificate) async certificate({ certificateId }: CertificateRef, caller: Caller) {
    return this.certificates.own(certificateId, caller);
  }
}
