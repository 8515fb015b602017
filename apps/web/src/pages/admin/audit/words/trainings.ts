import { bothLanguages } from './both-languages';

export const trainingsWords = bothLanguages(
  {
    'trainings.plan': 'Mở lớp tập huấn',
    'trainings.change': 'Sửa lớp tập huấn',
    'trainings.register': 'Đăng ký người dự tập huấn',
    'trainings.withdraw': 'Rút đăng ký tập huấn',
    'trainings.mark': 'Điểm danh tập huấn',
    'certificates.issue': 'Cấp chứng nhận',
    'certificates.revoke': 'Thu hồi chứng nhận',
  },
  {
    'trainings.plan': 'Training planned',
    'trainings.change': 'Training changed',
    'trainings.register': 'People registered for training',
    'trainings.withdraw': 'Training registration withdrawn',
    'trainings.mark': 'Training attendance marked',
    'certificates.issue': 'Certificates issued',
    'certificates.revoke': 'Certificate revoked',
  },
);
