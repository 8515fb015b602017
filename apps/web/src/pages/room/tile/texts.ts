import { textsOf } from '../../../i18n/texts-of';

export const useTexts = textsOf(
  'tile',
  {
    you: 'Bạn · {{name}}',
    away: 'Đang nối lại…',
    handRaised: 'Giơ tay, thứ tự',
    screen: 'Màn hình chia sẻ của',
    speaking: 'Đang nói',
    microphoneOn: 'Micro bật',
    microphoneOff: 'Micro tắt',
  },
  {
    you: 'You · {{name}}',
    away: 'Reconnecting…',
    handRaised: 'Hand raised, number',
    screen: 'Shared screen of',
    speaking: 'Speaking',
    microphoneOn: 'Microphone on',
    microphoneOff: 'Microphone off',
  },
);
