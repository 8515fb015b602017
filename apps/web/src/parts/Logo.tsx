import classes from './Logo.module.css';

/** The arc of a bridge over its points. */
export function Logo({ size = 32 }: { size?: number }) {
  return (
    <span className={classes.logo}>
      <svg width={size} height={size} viewBox="0 0 64 64" aria-hidden="true">
        <rect width="64" height="64" rx="14" fill="#0f766e" />
        <path d="M12 42a20 20 0 0 1 40 0" fill="none" stroke="#fff" strokeWidth="5" strokeLinecap="round" />
        <circle cx="12" cy="44" r="5.5" fill="#fff" />
        <circle cx="52" cy="44" r="5.5" fill="#fff" />
        <circle cx="32" cy="44" r="7.5" fill="#5eead4" />
      </svg>
      <span>Điểm Cầu</span>
    </span>
  );
}
