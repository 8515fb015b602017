import type { ItemKept } from '@diemcau/contracts/meetings/checks-test';
import { useTexts } from './texts';

/** What was not in order, line by line; nothing where all was. */
export function Faults({
  items,
  wordsOf,
  yesNo = false,
}: {
  items: readonly ItemKept[];
  /** Of what is not a device. */
  wordsOf: (key: string) => string;
  /** The room was only asked whether something is done. */
  yesNo?: boolean;
}) {
  const t = useTexts();
  const faults = items.filter(({ answer }) => answer !== 'ok');
  if (faults.length === 0) return null;
  return (
    <ul>
      {faults.map(({ key, name, answer, note }) => (
        <li key={key}>
          {name ?? wordsOf(key)}: <strong>{t(yesNo && name === null ? 'no' : answer)}</strong>
          {note && ` – ${note}`}
        </li>
      ))}
    </ul>
  );
}
