import type { SupportContact } from '@diemcau/contracts/meetings/rooms';
import IconChevronDown from '@tabler/icons-react/dist/esm/icons/IconChevronDown.mjs';
import IconPhone from '@tabler/icons-react/dist/esm/icons/IconPhone.mjs';
import classes from './SupportContacts.module.css';
import { useTexts } from './texts';

interface Props {
  readonly contacts: readonly SupportContact[];
  /** Only the heading at first, where there is something else to do. */
  readonly folded?: boolean;
}

/** Whom to call, by division (TM-4). */
export function SupportContacts({ contacts, folded = false }: Props) {
  const t = useTexts();
  if (contacts.length === 0) return null;
  return (
    <section aria-label={t('title')} className={classes.support}>
      <details open={!folded}>
        <summary className={classes.title}>
          <IconPhone size="1.15em" aria-hidden="true" />
          {t('title')}
          <IconChevronDown size="1.1em" aria-hidden="true" className={classes.fold} />
        </summary>
        <ul className={classes.list}>
          {contacts.map(({ division, phone, email }) => (
            <li key={`${division} ${phone}`}>
              <span>{division}</span>
              <span className={classes.ways}>
                <a href={`tel:${phone.replaceAll(/[^+\d]/g, '')}`}>{phone}</a>
                {email && <a href={`mailto:${email}`}>{email}</a>}
              </span>
            </li>
          ))}
        </ul>
      </details>
    </section>
  );
}
