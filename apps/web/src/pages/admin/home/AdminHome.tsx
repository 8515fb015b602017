import { Link } from '@tanstack/react-router';
import { PageHead } from '../../../admin/parts/PageHead';
import { Section } from '../../../admin/parts/Section';
import { useAdmin } from '../../../admin/permissions';
import { sectionsFor } from '../../../admin/shell/Navigation';
import { sections } from '../../../admin/shell/sections';
import { useTexts as useShellTexts } from '../../../admin/shell/texts';
import { PageNote } from '../../../parts/PageNote';
import IconDoorOff from '@tabler/icons-react/dist/esm/icons/IconDoorOff.mjs';
import { Attention } from './Attention';
import classes from './home.module.css';
import { useTexts } from './texts';

/** Where an administrator begins: what waits, then where everything is. */
export function AdminHome() {
  const t = useTexts();
  const shell = useShellTexts();
  const { displayName, permissions } = useAdmin();
  const places = sectionsFor(sections, permissions).filter(({ key }) => key !== 'home');
  if (places.length === 0) {
    return (
      <PageNote icon={<IconDoorOff size={36} />} title={shell('nothingHere')}>
        <p>{shell('nothingHereText')}</p>
        <Link to="/">{shell('toHome')}</Link>
      </PageNote>
    );
  }
  return (
    <>
      <PageHead title={t('title')} lead={t('greeting', { name: displayName })} />
      <Section title={t('attention')}>
        <Attention />
      </Section>
      <h2 className={classes.heading}>{t('places')}</h2>
      <ul className={classes.places}>
        {places.map(({ key, to, icon: Icon }) => (
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
