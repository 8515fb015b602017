import classes from './Logo.module.css';

/** The arc of a bridge over its points. */
export function Logo({ size = 32 }: { size?: number }) {
  return (
    <span className={classes.logo}>
      <svg width={size} height={size} viewBox="0 0 64 64" aria-hidden="true">
        <rect width="64" height="64" rx="14" fill="#0f766e" />
        <path d="M11 42a21 21 0 0 1 42 0" fill="none" stroke="#fff" strokeWidth="4.5" />
        <path d="M22 42V28.5M32 42V22M42 42V28.5" stroke="#fff" strokeWidth="2.5" />
        <path d="M6 43h52" stroke="#fff" strokeWidth="5" strokeLinecap="round" />
        <circle cx="11" cy="43" r="5" fill="#5eead4" />
        <circle cx="32" cy="43" r="5" fill="#5eead4" />
        <circle cx="53" cy="43" r="5" fill="#5eead4" />
      </svg>
      <span>Điểm Cầu</span>
    </span>
  );
}
