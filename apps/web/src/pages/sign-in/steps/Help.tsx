import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { helpQuery } from '../queries';
import classes from '../SignInPage.module.css';
import { useTexts } from '../texts';

/** For those who cannot get in: what they can do themselves, and whom to call. */
export function Help() {
  const t = useTexts();
  const { data } = useQuery(helpQuery());
  return (
    <details className={classes.help}>
      <summary>{t('helpTitle')}</summary>
      <ul>
        <li>{t('helpSlip')}</li>
        <li>
          {t('helpForgot')} <Link to="/reset">{t('helpReset')}</Link>
        </li>
        <li>{t('helpOperator')}</li>
        <li>
          {t('helpParent')} <Link to="/parent">{t('helpParentLink')}</Link>
        </li>
      </ul>
      {data && data.items.length > 0 && (
        <>
          <h2 className={classes.helpHeading}>{t('helpOffices')}</h2>
          <ul className={classes.offices}>
            {data.items.map(({ province, support: { office, phone, email } }) => (
              <li key={province}>
                <strong>{province}</strong>
                <span>{office}</span>
                {phone && <a href={`tel:${phone.replaceAll(/[^+\d]/g, '')}`}>{phone}</a>}
                {email && <a href={`mailto:${email}`}>{email}</a>}
              </li>
            ))}
          </ul>
        </>
      )}
    </details>
  );
}
