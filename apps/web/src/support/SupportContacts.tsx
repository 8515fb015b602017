import type { SupportContact } from '@diemcau/contracts/meetings/rooms';
import IconPhone from '@tabler/icons-react/dist/esm/icons/IconPhone.mjs';
import classes from './SupportContacts.module.css';
import { useTexts } from './texts';

/** Whom to call, by division (TM-4). */
export function SupportContacts({ contacts }: { contacts: readonly SupportContact[] }) {
  const t = useTexts();
  if (contacts.length === 0) return null;
  return (
    <section aria-label={t('title')} className={classes.support}>
      <h2 className={classes.title}>
        <IconPhone size={18} aria-hidden="true" />
        {t('title')}
      </h2>
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
    </section>
  );
}
