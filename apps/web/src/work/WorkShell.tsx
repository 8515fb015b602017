import { Navigation } from '../admin/shell/Navigation';
import { Shell } from '../admin/shell/Shell';
import { groups, sections } from './sections';
import { useTexts } from './texts';

/** Around every page of officers and operators: meetings, sites, training, reports. */
export function WorkShell() {
  const t = useTexts();
  return (
    <Shell
      name={t('workplace')}
      renderNavigation={(onGo) => (
        <Navigation
          name={t('navigation')}
          root="/work"
          groups={groups.map((key) => ({ key, name: t(key) }))}
          sections={sections.map((section) => ({ ...section, name: t(section.key) }))}
          onGo={onGo}
        />
      )}
    />
  );
}
