import { textsOf } from '../../../i18n/texts-of';
import { en } from './texts.en';
import { vi } from './texts.vi';

export const useTexts = textsOf('work.series', vi, en);
