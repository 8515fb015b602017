import { body } from '@diemcau/client/rest';
import type { Permission } from '@diemcau/contracts/identity/permissions';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { rest } from '../api/rest';
import { currentLanguage } from '../i18n/language';

const rolesQuery = () =>
  queryOptions({
    queryKey: ['admin', 'roles'],
    queryFn: () => body(rest.GET('/api/v1/roles')),
    staleTime: 60_000,
  });

const none: readonly Permission[] = [];

/** The roles of the province: their names in the reader's language, and what they permit. */
export function useRoles() {
  useTranslation();
  const language = currentLanguage();
  const { data, error, refetch } = useQuery(rolesQuery());
  return useMemo(() => {
    const roles = data?.items ?? [];
    const byKey = new Map(roles.map((role) => [role.key, role]));
    return {
      roles,
      error,
      refetch,
      loaded: data !== undefined,
      nameOf: (key: string): string => {
        const role = byKey.get(key);
        return role ? (language === 'vi' ? role.nameVi : role.nameEn) : key;
      },
      permissionsOf: (key: string): readonly Permission[] => byKey.get(key)?.permissions ?? none,
    };
  }, [data, error, refetch, language]);
}
