import { body } from '@diemcau/client/rest';
import type { AddCost, ChangeCost } from '@diemcau/contracts/meetings/costs';
import type { SetPresets } from '@diemcau/contracts/meetings/presets';
import type { AnswerReadiness, WaiveReadiness } from '@diemcau/contracts/meetings/readiness';
import type { AddDocument, ChangeDocument } from '@diemcau/contracts/meetings/site-documents';
import type {
  ChangeSite,
  HandOverSite,
  MakeSite,
  SetSeating,
  SetSiteOperators,
  SiteVersionRef,
  SuspendSite,
} from '@diemcau/contracts/meetings/sites';
import { queryOptions } from '@tanstack/react-query';
import { rest } from '../../api/rest';

export const sitesKey = ['work', 'sites'] as const;

const at = (siteId: string) => ({ params: { path: { siteId } } });
const keyOf = (siteId: string, part: string) => [...sitesKey, 'one', siteId, part] as const;

export const siteQuery = (siteId: string) =>
  queryOptions({
    queryKey: keyOf(siteId, 'site'),
    queryFn: () => body(rest.GET('/api/v1/sites/{siteId}', at(siteId))),
  });
export const readinessQuery = (siteId: string) =>
  queryOptions({
    queryKey: keyOf(siteId, 'readiness'),
    queryFn: () => body(rest.GET('/api/v1/sites/{siteId}/readiness', at(siteId))),
  });
export const documentsQuery = (siteId: string) =>
  queryOptions({
    queryKey: keyOf(siteId, 'documents'),
    queryFn: () => body(rest.GET('/api/v1/sites/{siteId}/documents', at(siteId))),
  });
export const siteRulesQuery = (siteId: string) =>
  queryOptions({
    queryKey: keyOf(siteId, 'rules'),
    queryFn: () => body(rest.GET('/api/v1/sites/{siteId}/rules', at(siteId))),
  });
export const presetsQuery = (siteId: string) =>
  queryOptions({
    queryKey: keyOf(siteId, 'presets'),
    queryFn: () => body(rest.GET('/api/v1/sites/{siteId}/presets', at(siteId))),
  });
export const costsQuery = (siteId: string, year: number) =>
  queryOptions({
    queryKey: [...keyOf(siteId, 'costs'), year],
    queryFn: () =>
      body(rest.GET('/api/v1/sites/{siteId}/costs', { params: { path: { siteId }, query: { year } } })),
  });

export const makeSite = (input: MakeSite) => body(rest.POST('/api/v1/sites', { body: input }));
export const changeSite = ({ siteId, ...input }: ChangeSite) =>
  body(rest.PATCH('/api/v1/sites/{siteId}', { ...at(siteId), body: input }));
export const setOperators = ({ siteId, ...input }: SetSiteOperators) =>
  body(rest.PUT('/api/v1/sites/{siteId}/operators', { ...at(siteId), body: input }));
export const setSeating = ({ siteId, ...input }: SetSeating) =>
  body(rest.PUT('/api/v1/sites/{siteId}/seating', { ...at(siteId), body: input }));
export const suspendSite = ({ siteId, ...input }: SuspendSite) =>
  body(rest.POST('/api/v1/sites/{siteId}/suspend', { ...at(siteId), body: input }));
export const resumeSite = ({ siteId, ...input }: SiteVersionRef) =>
  body(rest.POST('/api/v1/sites/{siteId}/resume', { ...at(siteId), body: input }));
export const retireSite = ({ siteId, ...input }: SiteVersionRef) =>
  body(rest.POST('/api/v1/sites/{siteId}/retire', { ...at(siteId), body: input }));

export const handOverSite = ({ siteId, ...input }: HandOverSite) =>
  body(rest.POST('/api/v1/sites/{siteId}/hand-over', { ...at(siteId), body: input }));

export const answerItem = ({ siteId, key, ...input }: AnswerReadiness) =>
  body(
    rest.PUT('/api/v1/sites/{siteId}/readiness/{key}', { params: { path: { siteId, key } }, body: input }),
  );
export const waiveItem = ({ siteId, key, ...input }: WaiveReadiness) =>
  body(
    rest.PUT('/api/v1/sites/{siteId}/readiness/{key}/waiver', {
      params: { path: { siteId, key } },
      body: input,
    }),
  );

export const addDocument = ({ siteId, ...input }: AddDocument) =>
  body(rest.POST('/api/v1/sites/{siteId}/documents', { ...at(siteId), body: input }));
export const changeDocument = ({ documentId, ...input }: ChangeDocument) =>
  body(rest.PATCH('/api/v1/site-documents/{documentId}', { params: { path: { documentId } }, body: input }));
export const removeDocument = (documentId: string) =>
  body(rest.DELETE('/api/v1/site-documents/{documentId}', { params: { path: { documentId } } }));

export const acknowledgeRules = ({ siteId, rulesId }: { siteId: string; rulesId: string }) =>
  body(rest.POST('/api/v1/sites/{siteId}/rules/acknowledgements', { ...at(siteId), body: { rulesId } }));

export const setPresets = ({ siteId, ...input }: SetPresets) =>
  body(rest.PUT('/api/v1/sites/{siteId}/presets', { ...at(siteId), body: input }));

export const addCost = ({ siteId, ...input }: AddCost) =>
  body(rest.POST('/api/v1/sites/{siteId}/costs', { ...at(siteId), body: input }));
export const changeCost = ({ costId, ...input }: ChangeCost) =>
  body(rest.PATCH('/api/v1/site-costs/{costId}', { params: { path: { costId } }, body: input }));
export const removeCost = (costId: string) =>
  body(rest.DELETE('/api/v1/site-costs/{costId}', { params: { path: { costId } } }));
