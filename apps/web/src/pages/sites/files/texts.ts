import { textsOf } from '../../../i18n/texts-of';

export const useTexts = textsOf(
  'work.files',
  {
    takePhoto: 'Chụp ảnh',
    pickPhoto: 'Chọn ảnh',
    pickDocument: 'Chọn tệp',
    documentHint: 'PDF, Word, Excel hoặc ảnh; tối đa 20 MB',
    removeFile: 'Bỏ {{name}}',
    openPhoto: 'Xem ảnh {{name}}',
    loading: 'Đang tải ảnh',
    broken: 'Không tải được ảnh',
  },
  {
    takePhoto: 'Take a photo',
    pickPhoto: 'Choose photos',
    pickDocument: 'Choose a file',
    documentHint: 'PDF, Word, Excel or a picture; 20 MB at most',
    removeFile: 'Remove {{name}}',
    openPhoto: 'See the photo {{name}}',
    loading: 'Loading the photo',
    broken: 'The photo cannot be loaded',
  },
);
