import { Link } from '@tanstack/react-router';
import { useAdmin } from '../permissions';
import { groups, sectionsFor } from './sections';
import classes from './shell.module.css';
import { useTexts } from './texts';

/** The pages the caller may use, in groups. */
export function Navigation({ onGo }: { onGo?: () => void }) {
  const t = useTexts();
  const { permissions } = useAdmin();
  const shown = sectionsFor(permissions);
  return (
    <nav aria-label={t('navigation')} className={classes.navigation}>
      {groups.map((group) => {
        const own = shown.filter((section) => section.group === group);
        if (own.length === 0) return null;
        return (
          <div key={group} className={classes.group}>
            <p className={classes.groupName}>{t(group === 'people' ? 'peopleGroup' : group)}</p>
            <ul>
              {own.map(({ key, to, icon: Icon }) => (
                <li key={key}>
                  <Link
                    to={to}
                    className={classes.item}
                    activeOptions={{ exact: to === '/admin', includeSearch: false }}
                    onClick={onGo}
                  >
                    <Icon size={20} aria-hidden="true" />
                    {t(key)}
                  </Link>
                </li>
              ))}
            </ul>
          </div>
        );
      })}
    </nav>
  );
}
