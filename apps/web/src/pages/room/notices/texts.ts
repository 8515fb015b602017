import { textsOf } from '../../../i18n/texts-of';

export const useTexts = textsOf(
  'notices',
  {
    granted: 'Bạn được mời phát biểu',
    openBoth: 'Bật micro và camera',
    openMicrophone: 'Chỉ bật micro',
    later: 'Để sau',
    takenBack: 'Quyền phát biểu đã được thu lại. Micro và camera của bạn đã tắt.',
    mutedByHost: 'Quản trị phòng đã tắt micro của bạn.',
    handLowered: 'Quản trị phòng đã hạ tay của bạn.',
    failed: 'Chưa thực hiện được, xin thử lại',
  },
  {
    granted: 'You are invited to speak',
    openBoth: 'Switch on microphone and camera',
    openMicrophone: 'Microphone only',
    later: 'Later',
    takenBack: 'The right to speak was taken back. Your microphone and camera are off.',
    mutedByHost: 'The host has muted your microphone.',
    handLowered: 'The host has lowered your hand.',
    failed: 'That did not work, please try again',
  },
);
