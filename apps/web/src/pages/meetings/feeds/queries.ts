import { body } from '@diemcau/client/rest';
import type { MadeFeed, MakeFeed } from '@diemcau/contracts/meetings/feeds';
import { rest } from '../../../api/rest';

export const feedsKey = ['work', 'feeds'] as const;

export const fetchFeeds = () => body(rest.GET('/api/v1/feeds'));

export const makeFeed = (wish: MakeFeed): Promise<MadeFeed> =>
  body(rest.POST('/api/v1/feeds', { body: wish }));

export const revokeFeed = (feedId: string) =>
  body(rest.DELETE('/api/v1/feeds/{feedId}', { params: { path: { feedId } } }));
