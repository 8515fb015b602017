import type { DataKind } from '@diemcau/contracts/identity/data-kind';
import { dataKindKeys, dataKinds } from '@diemcau/contracts/identity/privacy-kinds';
import { defaultRetentionDays } from '../src/settings/stored.js';

type Language = 'vi' | 'en';

const heads: Readonly<Record<Language, readonly string[]>> = {
  vi: ['Dữ liệu', 'Để làm gì', 'Căn cứ', 'Giữ bao lâu', 'Ai thấy'],
  en: ['Data', 'Purpose', 'Basis', 'Kept', 'Seen by'],
};

function keptFor({ retention }: DataKind, language: Language): string {
  switch (retention.until) {
    case 'days': {
      const days = defaultRetentionDays[retention.setting];
      return language === 'vi' ? `${days} ngày, tỉnh đặt được` : `${days} days, set by the province`;
    }
    case 'fixedDays':
      return language === 'vi' ? `${retention.days} ngày` : `${retention.days} day(s)`;
    case 'erasure':
      return language === 'vi' ? 'như tài khoản, tới khi xoá' : 'as the account, until erasure';
    case 'never':
      return language === 'vi'
        ? 'mãi mãi; không tên sau khi xoá'
        : 'for good; without a name after an erasure';
  }
}

/** The registry as a table of the guides. */
export function kindsTable(language: Language): string {
  const rows = dataKindKeys.map((key) => {
    const kind: DataKind = dataKinds[key];
    const { title, purpose, legalBasis, seenBy } = kind[language];
    return [title, purpose, legalBasis, keptFor(kind, language), seenBy];
  });
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(heads[language]), line(heads[language].map(() => '---')), ...rows.map(line)].join('\n');
}
