import type { Permission } from '@diemcau/contracts/identity/permissions';
import type { Icon } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useAdmin } from '../permissions';
import classes from './shell.module.css';

/** A page in a navigation; shown to those who hold one of the permissions anywhere. */
export interface Section {
  readonly key: string;
  readonly to: string;
  readonly group: string;
  readonly icon: Icon;
  readonly anyOf: readonly Permission[];
}

interface NavigationProps {
  readonly name: string;
  /** The place's own page: lit only when it is open itself. */
  readonly root: string;
  readonly groups: readonly { readonly key: string; readonly name: string }[];
  readonly sections: readonly (Section & { readonly name: string })[];
  readonly onGo?: (() => void) | undefined;
}

/** The pages the caller may use, in groups. */
export function Navigation({ name, root, groups, sections, onGo }: NavigationProps) {
  const { permissions } = useAdmin();
  const shown = sectionsFor(sections, permissions);
  return (
    <nav aria-label={name} className={classes.navigation}>
      {groups.map((group) => {
        const own = shown.filter((section) => section.group === group.key);
        if (own.length === 0) return null;
        return (
          <div key={group.key} className={classes.group}>
            <p className={classes.groupName}>{group.name}</p>
            <ul>
              {own.map(({ key, to, icon: SectionIcon, name: word }) => (
                <li key={key}>
                  <Link
                    to={to}
                    className={classes.item}
                    activeOptions={{ exact: to === root, includeSearch: false }}
                    onClick={onGo}
                  >
                    <SectionIcon size={20} aria-hidden="true" />
                    {word}
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

export const sectionsFor = <S extends Section>(
  sections: readonly S[],
  permissions: readonly Permission[],
): readonly S[] => sections.filter(({ anyOf }) => anyOf.some((one) => permissions.includes(one)));
