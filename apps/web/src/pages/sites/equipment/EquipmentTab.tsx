import type { TabProps } from '../site/tab';
import { SiteEquipment } from './SiteEquipment';

/** Of the site's page. */
export function EquipmentTab({ site, may }: TabProps) {
  return <SiteEquipment siteId={site.id} keeps={may('sites.write')} />;
}
