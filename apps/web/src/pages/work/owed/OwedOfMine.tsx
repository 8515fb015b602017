import { useMay } from '../../../admin/permissions';
import { ClosingOwed } from '../../meetings/closing/ClosingOwed';
import { MissedOwed } from '../../meetings/missed/MissedOwed';
import { WaitingOwed } from '../../meetings/waiting/WaitingOwed';
import classes from '../today.module.css';
import { MaintenanceOwed } from './MaintenanceOwed';
import { ChecksOwed, InvitationsOwed, TrialsOwed } from './OwnOwed';
import { ApprovalsOwed, CorrectionsOwed, ReportsOwed, ReviewsOwed, SitesOwed } from './PapersOwed';

/** All that waits for the caller alone, each kind only while there is something of it; what is done on the spot first. */
export function OwedOfMine() {
  const may = useMay();
  const [answers, writes, reports] = [may('meetings.answer'), may('meetings.write'), may('reports.write')];
  return (
    <div className={classes.owed}>
      {answers && <ClosingOwed most={3} />}
      {answers && <ChecksOwed />}
      {answers && <TrialsOwed />}
      {may('sites.write') && <MaintenanceOwed />}
      {may('meetings.approve') && <ApprovalsOwed />}
      {writes && <CorrectionsOwed />}
      {writes && <SitesOwed />}
      {writes && <WaitingOwed />}
      {writes && <MissedOwed />}
      {may('meetings.read') && <InvitationsOwed />}
      {reports && <ReviewsOwed />}
      {may('reports.read') && (reports || may('reports.receive')) && <ReportsOwed />}
    </div>
  );
}
