import { Link } from '@tanstack/react-router';
import { EnterAddress } from './EnterAddress';
import classes from './home.module.css';
import { useTexts } from './texts';

/** For somebody nobody knows yet: straight to a room, or to the sign-in. */
export function Welcome() {
  const t = useTexts();
  return (
    <div className={classes.welcome}>
      <BridgeArt />
      <h1 className={classes.headline}>{t('headline')}</h1>
      <p className={classes.lead}>{t('lead')}</p>
      <EnterAddress />
      <p className={classes.staff}>
        {t('staff')} <Link to="/sign-in">{t('signIn')}</Link>
      </p>
    </div>
  );
}

function BridgeArt() {
  return (
    <svg viewBox="0 0 320 110" className={classes.art} aria-hidden="true">
      <path d="M20 92a70 70 0 0 1 140 0a70 70 0 0 1 140 0" fill="none" stroke="#99d5cd" strokeWidth="5" />
      <path d="M8 92h304" stroke="#0f766e" strokeWidth="5" strokeLinecap="round" />
      {[20, 55, 90, 125, 160, 195, 230, 265, 300].map((x, i) => (
        <circle key={x} cx={x} cy={92} r={i % 4 === 0 ? 9 : 5} fill={i % 4 === 0 ? '#0f766e' : '#2dd4bf'} />
      ))}
    </svg>
  );
}
