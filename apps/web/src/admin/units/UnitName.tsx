import { useQuery } from '@tanstack/react-query';
import { unitQuery } from './unit-query';

/** The name of a unit that is known by its id only. `<UnitName unitId={id} />` */
export function UnitName({ unitId }: { unitId: string }) {
  const { data } = useQuery(unitQuery(unitId));
  return <>{data?.name ?? '…'}</>;
}
