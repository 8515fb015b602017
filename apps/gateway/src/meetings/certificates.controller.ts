import type { Caller } from '@diemcau/contracts/core/caller';
import {
  type Certificate,
  type CertificateFace,
  type CertificatePage,
  CertificateQuery,
  CertificateRef,
  Certificates,
  CertificatesOfPart,
  type CertificatesToPrint,
  CertificatesClient,
  type Issued,
  RevokeCertificate,
  VerifyCertificate,
} from '@diemcau/contracts/meetings/certificates';
import { TrainingEventRef } from '@diemcau/contracts/meetings/trainings';
import { Controller, StreamableFile } from '@nestjs/common';
import { GatewayConfig } from '../config.js';
import { anyone, mayDo } from '../edge/auth/access.js';
import { Route } from '../edge/http/route.js';

const managing = mayDo('trainings.manage');
const registering = mayDo('trainings.register');

/** Certificates of training (DA-1a). */
@Controller()
export class CertificatesController {
  constructor(
    private readonly certificates: CertificatesClient,
    private readonly config: GatewayConfig,
  ) {}

  @Route.post(
    'trainings/:trainingId/certificates',
    Certificates.issue,
    managing,
    'Cấp chứng nhận cho người đủ điều kiện · Issue certificates',
  )
  issue(input: TrainingEventRef, caller: Caller): Promise<Issued> {
    return this.certificates.issue(input, caller);
  }

  @Route.get(
    'trainings/:trainingId/certificates',
    Certificates.list,
    registering,
    'Chứng nhận đã cấp · Certificates issued',
  )
  list(input: CertificateQuery, caller: Caller): Promise<CertificatePage> {
    return this.certificates.list(input, caller);
  }

  @Route.get(
    'certificates/verify',
    Certificates.verify,
    anyone,
    'Tra cứu chứng nhận · Verify a certificate',
    {
      limit: 'knock',
    },
  )
  verify(input: VerifyCertificate, caller: Caller): Promise<CertificateFace> {
    return this.certificates.verify(input, caller);
  }

  @Route.get<CertificatesOfPart, CertificatesToPrint, StreamableFile>(
    'trainings/:trainingId/certificates/file.pdf',
    Certificates.toPrint,
    registering,
    'Mọi chứng nhận trong một tệp, 200 tờ mỗi phần · All certificates in one PDF, 200 a part',
    { download: ['application/pdf'] },
  )
  async print(input: CertificatesOfPart, caller: Caller): Promise<StreamableFile> {
    const { items } = await this.certificates.toPrint(input, caller);
    const { certificatesPdf } = await import('./certificate-pdf.js');
    return new StreamableFile(certificatesPdf(items, this.config.publicUrl), {
      type: 'application/pdf',
      disposition: `attachment; filename="chung-nhan-${input.part}.pdf"`,
    });
  }

  @Route.get<CertificateRef, Certificate, StreamableFile>(
    'certificates/:certificateId/file.pdf',
    Certificates.find,
    registering,
    'Tệp chứng nhận · Certificate as PDF',
    { download: ['application/pdf'] },
  )
  async file(input: CertificateRef, caller: Caller): Promise<StreamableFile> {
    const certificate = await this.certificates.find(input, caller);
    const { certificatePdf } = await import('./certificate-pdf.js');
    return new StreamableFile(certificatePdf(certificate, this.config.publicUrl), {
      type: 'application/pdf',
      disposition: 'attachment; filename="chung-nhan.pdf"',
    });
  }

  @Route.post('certificates/:certificateId/revoke', Certificates.revoke, managing, 'Thu hồi · Revoke')
  revoke(input: RevokeCertificate, caller: Caller): Promise<Certificate> {
    return this.certificates.revoke(input, caller);
  }
}
