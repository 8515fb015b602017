import { textsOf } from '../../i18n/texts-of';

export const useTexts = textsOf('admin.notices', { close: 'Đóng thông báo' }, { close: 'Close the notice' });
