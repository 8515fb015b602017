import type { KindName } from '@diemcau/contracts/meetings/meeting-types';
import { currentLanguage } from '../../../i18n/language';

/** What the type of a meeting or series is called in its province, in the reader's language (HB-2.1). */
export const kindNameOf = ({ kindName }: { readonly kindName: KindName }): string =>
  kindName[currentLanguage()];
