import type { ItemKept } from '@diemcau/contracts/meetings/checks-test';
import { useTexts } from './texts';

/** What was not in order, line by line; nothing where all was. */
export function Faults({
  items,
  wordsOf,
}: {
  items: readonly ItemKept[];
  /** Of what is not a device. */
  wordsOf: (key: string) => string;
}) {
  const t = useTexts();
  const faults = items.filter(({ answer }) => answer !== 'ok');
  if (faults.length === 0) return null;
  return (
    <ul>
      {faults.map(({ key, name, answer, note }) => (
        <li key={key}>
          {name ?? wordsOf(key)}: <strong>{t(answer)}</strong>
          {note && ` – ${note}`}
        </li>
      ))}
    </ul>
  );
}
