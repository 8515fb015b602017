import type { UserCaller } from '@diemcau/contracts/core/caller';
import { ChecksClient } from '@diemcau/contracts/meetings/checks';
import { OwnSiteChecksClient } from '@diemcau/contracts/meetings/checks-own';
import type { TestBed } from '@diemcau/testing/service';
import { CampaignsJob } from '../src/checks/campaigns.job.js';
import { subjectOfCheck } from '../src/checks/mirror-tickets.js';
import { findings, hoursAfter, mediaBeside, MeetingMaker, SetTime } from './checks.js';
import { holding, type MadeRoom, type Maker, startMeetings } from './meetings.js';

/** A meeting whose sites are checked, and who runs each. */
export interface Met {
  readonly id: string;
  readonly sites: readonly string[];
  readonly operators: readonly UserCaller[];
  readonly startsAt: Date;
}

/** The service with what media measured beside it, in a time of its own. */
export class ChecksBed {
  readonly put: MeetingMaker;
  readonly time: SetTime;
  readonly checks: ChecksClient;
  readonly own: OwnSiteChecksClient;
  readonly job: CampaignsJob;
  readonly officer: UserCaller;

  private constructor(
    readonly bed: TestBed,
    readonly make: Maker,
    readonly province: string,
    /** Where meetings are held that are made from now on. */
    public room: MadeRoom,
  ) {
    this.put = new MeetingMaker(bed);
    this.time = new SetTime(bed);
    this.checks = bed.client(ChecksClient);
    this.own = bed.client(OwnSiteChecksClient);
    this.job = bed.part(CampaignsJob);
    this.officer = holding('secretary', province);
  }

  static async start(): Promise<ChecksBed> {
    const { bed, make } = await startMeetings();
    await mediaBeside(bed);
    const province = await make.unit('Sở mẫu');
    return new ChecksBed(bed, make, province, await make.room([province]));
  }

  /** A room is had by one meeting at a time: each test has its own. */
  async anotherRoom(): Promise<void> {
    this.room = await this.make.room([this.province]);
  }

  /** A meeting in so many hours with sites of schools. */
  async meetingIn(hours: number, count: number): Promise<Met> {
    const sites: string[] = [];
    const operators: UserCaller[] = [];
    for (let i = 0; i < count; i++) {
      const school = await this.make.unit(`Trường mẫu ${i}`, this.province);
      sites.push(await this.put.site([this.province, school]));
      operators.push(holding('siteOperator', school));
    }
    const startsAt = hoursAfter(this.time.now, hours);
    const id = await this.put.meeting([this.province], startsAt, { sites, roomId: this.room.id });
    return { id, sites, operators, startsAt };
  }

  /** A whole check of the nth site. */
  async tries({ id, sites, operators }: Met, n: number, but: Parameters<typeof findings>[1] = {}) {
    const [siteId, operator] = [sites[n]!, operators[n]!];
    const { attempt } = await this.own.begin({ occurrenceId: id, siteId }, operator);
    const tests = await this.testsOf({ occurrenceId: id, siteId }, attempt);
    return this.own.submit(findings({ occurrenceId: id, siteId, attempt, ...tests }, but), operator);
  }

  testsOf({ occurrenceId, siteId }: { occurrenceId: string; siteId: string }, attempt: number) {
    return this.put.measured(this.room.id, subjectOfCheck(occurrenceId, siteId, attempt), this.time.now);
  }

  async statesOf({ id }: Pick<Met, 'id'>) {
    return (await this.checks.board({ occurrenceId: id }, this.officer)).items.map(({ state }) => state);
  }
}
