import type { Verdict } from '@diemcau/contracts/media/line';
import IconAntennaBars2 from '@tabler/icons-react/dist/esm/icons/IconAntennaBars2.mjs';
import IconAntennaBars5 from '@tabler/icons-react/dist/esm/icons/IconAntennaBars5.mjs';
import IconAntennaBarsOff from '@tabler/icons-react/dist/esm/icons/IconAntennaBarsOff.mjs';
import { useQuery } from '@tanstack/react-query';
import { formatDecimal } from '../../../i18n/numbers';
import classes from './lobby.module.css';
import { lineTestQuery } from './requests';
import { useTexts } from './texts';

const looks = {
  good: { Icon: IconAntennaBars5, words: 'lineGood' },
  weak: { Icon: IconAntennaBars2, words: 'lineWeak' },
  bad: { Icon: IconAntennaBarsOff, words: 'lineBad' },
} as const satisfies Record<Verdict, object>;

/** The verdict of the guest's line test, with the figures behind it. */
export function KnockLine({ lineTestId }: { lineTestId: string }) {
  const t = useTexts();
  const { data } = useQuery(lineTestQuery(lineTestId));
  if (!data) return null;
  const { Icon, words } = looks[data.verdict];
  const figure = (mbps: number) => formatDecimal(mbps, mbps < 10 ? 1 : 0);
  return (
    <span className={classes.line} data-verdict={data.verdict}>
      <Icon size="1.2em" aria-hidden="true" />
      {t(words)} · ↓{figure(data.downMbps)} ↑{figure(data.upMbps)} Mbit/s
    </span>
  );
}
