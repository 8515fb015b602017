import { textsOf } from '../../../../i18n/texts-of';

export const useTexts = textsOf(
  'work.meetings.letter',
  {
    letter: 'Công văn',
    of: 'Số {{number}} ngày {{date}}',
    none: 'Chưa có công văn.',
    noFile: 'Chưa có tệp công văn.',
    write: 'Ghi công văn',
    change: 'Sửa công văn',
    number: 'Số công văn',
    date: 'Ngày công văn',
    file: 'Tệp công văn',
    save: 'Lưu công văn',
    saved: 'Đã lưu công văn',
  },
  {
    letter: 'Letter',
    of: 'No. {{number}} of {{date}}',
    none: 'There is no letter yet.',
    noFile: 'Its file is not here yet.',
    write: 'Enter the letter',
    change: 'Change the letter',
    number: 'Number of the letter',
    date: 'Date of the letter',
    file: 'File of the letter',
    save: 'Save the letter',
    saved: 'The letter is saved',
  },
);
