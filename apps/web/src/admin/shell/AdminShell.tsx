import { Navigation } from './Navigation';
import { groups, sections } from './sections';
import { Shell } from './Shell';
import { useTexts } from './texts';

/** Around every page of the console. */
export function AdminShell() {
  const t = useTexts();
  return (
    <Shell
      name={t('console')}
      renderNavigation={(onGo) => (
        <Navigation
          name={t('navigation')}
          root="/admin"
          groups={groups.map((key) => ({ key, name: t(key === 'people' ? 'peopleGroup' : key) }))}
          sections={sections.map((section) => ({ ...section, name: t(section.key) }))}
          onGo={onGo}
        />
      )}
    />
  );
}
