import type { Permission } from '@diemcau/contracts/identity/permissions';
import type { Site } from '@diemcau/contracts/meetings/sites';

export interface TabProps {
  readonly site: Site;
  /** Over the site's unit; and a retired site is not changed by anybody. */
  readonly may: (permission: Permission) => boolean;
}
