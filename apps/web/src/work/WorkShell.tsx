import { Shell } from '../admin/shell/Shell';
import { WorkNavigation } from './WorkNavigation';
import { useTexts } from './texts';

/** Around every page of officers and operators: meetings, sites, training, reports. */
export function WorkShell() {
  const t = useTexts();
  return <Shell name={t('workplace')} renderNavigation={(onGo) => <WorkNavigation onGo={onGo} />} />;
}
