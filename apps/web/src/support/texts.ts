import { textsOf } from '../i18n/texts-of';

export const useTexts = textsOf('support', { title: 'Liên hệ hỗ trợ' }, { title: 'Help and support' });
