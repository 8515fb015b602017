import { Link } from '@tanstack/react-router';
import { PageHead } from '../../../admin/parts/PageHead';
import { useAdmin } from '../../../admin/permissions';
import { sectionsFor } from '../../../admin/shell/sections';
import { useTexts as useShellTexts } from '../../../admin/shell/texts';
import classes from './home.module.css';
import { useTexts } from './texts';

/** Where an administrator begins. */
export function AdminHome() {
  const t = useTexts();
  const shell = useShellTexts();
  const { displayName, permissions } = useAdmin();
  return (
    <>
      <PageHead title={t('title')} lead={t('greeting', { name: displayName })} />
      <ul className={classes.places}>
        {sectionsFor(permissions)
          .filter(({ key }) => key !== 'home')
          .map(({ key, to, icon: Icon }) => (
            <li key={key}>
              <Link to={to} className={classes.place}>
                <Icon size={24} aria-hidden="true" />
                {shell(key)}
              </Link>
            </li>
          ))}
      </ul>
    </>
  );
}
