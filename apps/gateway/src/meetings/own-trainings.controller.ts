import type { Caller } from '@diemcau/contracts/core/caller';
import { PageQuery } from '@diemcau/contracts/core/page';
import { type CertificateFace, CertificateRef } from '@diemcau/contracts/meetings/certificates';
import { TrainingEventRef } from '@diemcau/contracts/meetings/trainings';
import {
  ComeToTraining,
  type OpenTrainingPage,
  OpenTrainingQuery,
  type OwnTrainingPage,
  OwnTrainings,
  OwnTrainingsClient,
} from '@diemcau/contracts/meetings/trainings-own';
import { Controller, StreamableFile } from '@nestjs/common';
import { GatewayConfig } from '../config.js';
import { signedIn } from '../edge/auth/access.js';
import { Route } from '../edge/http/route.js';

/** Training as the person sees it who comes to it (DA-1a). */
@Controller()
export class OwnTrainingsController {
  constructor(
    private readonly own: OwnTrainingsClient,
    private readonly config: GatewayConfig,
  ) {}

  @Route.get('me/trainings', OwnTrainings.list, signedIn, 'Tập huấn của tôi · My trainings')
  list(input: PageQuery, caller: Caller): Promise<OwnTrainingPage> {
    return this.own.list(input, caller);
  }

  @Route.get(
    'me/trainings/open',
    OwnTrainings.open,
    signedIn,
    'Lớp tôi tự đăng ký được · Trainings open to me',
  )
  open(input: OpenTrainingQuery, caller: Caller): Promise<OpenTrainingPage> {
    return this.own.open(input, caller);
  }

  @Route.put('me/trainings/:trainingId', OwnTrainings.register, signedIn, 'Tự đăng ký · Register myself')
  register(input: ComeToTraining, caller: Caller): Promise<void> {
    return this.own.register(input, caller);
  }

  @Route.delete('me/trainings/:trainingId', OwnTrainings.withdraw, signedIn, 'Tự rút · Withdraw myself')
  withdraw(input: TrainingEventRef, caller: Caller): Promise<void> {
    return this.own.withdraw(input, caller);
  }

  @Route.get<CertificateRef, CertificateFace, StreamableFile>(
    'me/certificates/:certificateId/file.pdf',
    OwnTrainings.certificate,
    signedIn,
    'Chứng nhận của tôi · My certificate as PDF',
    { download: ['application/pdf'] },
  )
  async certificate(input: CertificateRef, caller: Caller): Promise<StreamableFile> {
    const face = await this.own.certificate(input, caller);
    const { certificatePdf } = await import('./certificate-pdf.js');
    return new StreamableFile(certificatePdf(face, this.config.publicUrl), {
      type: 'application/pdf',
      disposition: 'attachment; filename="chung-nhan.pdf"',
    });
  }
}
