import type { Icon } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Empty } from '../parts/Empty';
import { PageHead } from '../parts/PageHead';
import { DataTable, type TableProps } from './DataTable';
import { ListTools } from './ListTools';

interface Props<T> extends Omit<TableProps<T>, 'label' | 'empty'> {
  readonly title: string;
  readonly lead: string;
  /** What the words are looked for in; none: the list has no search. */
  readonly search?: string;
  /** What makes one more: above the list, and in its place while there is nothing. */
  readonly make?: ReactNode;
  readonly filters?: ReactNode;
  /** While there is nothing, and no filter to blame. */
  readonly none: { readonly icon: Icon; readonly title: string; readonly text: string };
  /** Dialogs and drawers. */
  readonly children?: ReactNode;
}

/** A page that is a list: what it is, search and filters, the rows. `<ListPage title={t('title')} list={list} …>{dialog}</ListPage>` */
export function ListPage<T>({ title, lead, search, make, filters, none, children, ...table }: Props<T>) {
  return (
    <>
      <PageHead title={title} lead={lead}>
        {make}
      </PageHead>
      <ListTools list={table.list} {...(search !== undefined && { search })}>
        {filters}
      </ListTools>
      <DataTable
        {...table}
        label={title}
        empty={
          <Empty icon={none.icon} title={none.title}>
            <p>{none.text}</p>
            {make}
          </Empty>
        }
      />
      {children}
    </>
  );
}
