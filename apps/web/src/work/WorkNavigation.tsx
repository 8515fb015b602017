import { useMayBelow } from '../admin/permissions';
import { Navigation } from '../admin/shell/Navigation';
import { groups, sections } from './sections';
import { useTexts } from './texts';

/** What the caller may open. Below the shell: until the sign-in of before is taken up again, nobody is there to ask about. */
export function WorkNavigation({ onGo }: { onGo: (() => void) | undefined }) {
  const t = useTexts();
  const mayBelow = useMayBelow();
  const shown = sections.filter(({ overSubtree, anyOf }) => !overSubtree || anyOf.some(mayBelow));
  return (
    <Navigation
      name={t('navigation')}
      root="/work"
      groups={groups.map((key) => ({ key, name: t(key) }))}
      sections={shown.map((section) => ({ ...section, name: t(section.key) }))}
      onGo={onGo}
    />
  );
}
