import { body } from '@diemcau/client/rest';
import type {
  ClassView,
  MakeClass,
  PromoteClasses,
  PutMembers,
  RenameClass,
} from '@diemcau/contracts/identity/classes';
import { queryOptions } from '@tanstack/react-query';
import { rest } from '../../../api/rest';
import { type List, useList } from '../../../admin/table/use-list';

export const classesKey = ['admin', 'classes'] as const;

const at = (classId: string) => ({ params: { path: { classId } } });

export function useClasses(): List<ClassView> {
  return useList({
    key: [...classesKey, 'list'],
    filters: ['unitId', 'schoolYear'],
    fetch: (page, { unitId, schoolYear }) =>
      body(
        rest.GET('/api/v1/classes', {
          params: { query: { ...page, ...(unitId && { unitId }), ...(schoolYear && { schoolYear }) } },
        }),
      ),
  });
}

/** All classes of one unit and year, for choosing among them; a school has fewer than 200. */
export const classesOfQuery = (unitId: string, schoolYear: string) =>
  queryOptions({
    queryKey: [...classesKey, 'of', unitId, schoolYear],
    queryFn: async () => {
      const query = { unitId, schoolYear, limit: 200 };
      const { items } = await body(rest.GET('/api/v1/classes', { params: { query } }));
      return items.filter((one) => one.unitId === unitId);
    },
  });

export const classQuery = (classId: string) =>
  queryOptions({
    queryKey: [...classesKey, 'one', classId],
    queryFn: () => body(rest.GET('/api/v1/classes/{classId}', at(classId))),
  });

export const codesQuery = (classId: string) =>
  queryOptions({
    queryKey: [...classesKey, 'codes', classId],
    queryFn: () => body(rest.GET('/api/v1/classes/{classId}/guardian-codes', at(classId))),
  });

export const makeClass = (input: MakeClass) => body(rest.POST('/api/v1/classes', { body: input }));

export const renameClass = ({ classId, ...change }: RenameClass) =>
  body(rest.PATCH('/api/v1/classes/{classId}', { ...at(classId), body: change }));

export const removeClass = (classId: string) => body(rest.DELETE('/api/v1/classes/{classId}', at(classId)));

export const putMembers = ({ classId, ...members }: PutMembers) =>
  body(rest.PUT('/api/v1/classes/{classId}/members', { ...at(classId), body: members }));

/** One after the other: each is a decision of its own, and what was moved stays moved when a later one fails. */
export async function moveStudents({
  classId,
  studentIds,
}: {
  classId: string;
  studentIds: readonly string[];
}) {
  for (const studentId of studentIds) {
    await body(
      rest.PUT('/api/v1/classes/{classId}/members/{studentId}', { params: { path: { classId, studentId } } }),
    );
  }
}

export const promoteClasses = (input: PromoteClasses) =>
  body(rest.POST('/api/v1/classes/promotion', { body: input }));

interface ForStudents {
  readonly classId: string;
  /** Everybody in the class when left out. */
  readonly studentIds?: string[];
}
export const issueCodes = ({ classId, ...students }: ForStudents) =>
  body(rest.POST('/api/v1/classes/{classId}/guardian-codes', { ...at(classId), body: students }));

export const revokeCodes = ({ classId, ...students }: ForStudents) =>
  body(rest.POST('/api/v1/classes/{classId}/guardian-codes/revocation', { ...at(classId), body: students }));
