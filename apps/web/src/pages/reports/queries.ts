import { body } from '@diemcau/client/rest';
import type {
  CompleteReport,
  MakeReport,
  ReportAct,
  ReportLine,
  ReportState,
  ReturnReport,
} from '@diemcau/contracts/meetings/reports';
import { queryOptions } from '@tanstack/react-query';
import { rest } from '../../api/rest';
import { type List, useList } from '../../admin/table/use-list';

export const reportsKey = ['work', 'reports'] as const;
const at = (reportId: string) => ({ params: { path: { reportId } } });

export const useReports = (): List<ReportLine> =>
  useList({
    key: [...reportsKey, 'list'],
    filters: ['unitId', 'year', 'state'],
    fetch: (page, { unitId, year, state }) =>
      body(
        rest.GET('/api/v1/annual-reports', {
          params: {
            query: {
              ...page,
              ...(unitId && { unitId }),
              ...(year && { year: Number(year) }),
              ...(state && { state: state as ReportState }),
            },
          },
        }),
      ),
  });
export const reportQuery = (reportId: string) =>
  queryOptions({
    queryKey: [...reportsKey, 'one', reportId],
    queryFn: () => body(rest.GET('/api/v1/annual-reports/{reportId}', at(reportId))),
  });
export const proofQuery = (reportId: string, version: number) =>
  queryOptions({
    queryKey: [...reportsKey, 'proof', reportId, version],
    queryFn: () => body(rest.GET('/api/v1/annual-reports/{reportId}/recompute', at(reportId))),
  });
export const rollUpQuery = (unitId: string, year: number) =>
  queryOptions({
    queryKey: [...reportsKey, 'rollUp', unitId, year],
    queryFn: () => body(rest.GET('/api/v1/annual-reports/roll-up', { params: { query: { unitId, year } } })),
  });
export const makeReport = (input: MakeReport) => body(rest.POST('/api/v1/annual-reports', { body: input }));
export const completeReport = ({ reportId, ...input }: CompleteReport) =>
  body(rest.PATCH('/api/v1/annual-reports/{reportId}', { ...at(reportId), body: input }));
export const recountReport = ({ reportId, version }: ReportAct) =>
  body(rest.POST('/api/v1/annual-reports/{reportId}/recount', { ...at(reportId), body: { version } }));
export const submitReport = ({ reportId, version }: ReportAct) =>
  body(rest.POST('/api/v1/annual-reports/{reportId}/submit', { ...at(reportId), body: { version } }));
export const returnReport = ({ reportId, ...input }: ReturnReport) =>
  body(rest.POST('/api/v1/annual-reports/{reportId}/return', { ...at(reportId), body: input }));
export const acceptReport = ({ reportId, version }: ReportAct) =>
  body(rest.POST('/api/v1/annual-reports/{reportId}/accept', { ...at(reportId), body: { version } }));
export const publishReport = ({ reportId, version }: ReportAct) =>
  body(rest.POST('/api/v1/annual-reports/{reportId}/publish', { ...at(reportId), body: { version } }));
