import type { Caller } from '@diemcau/contracts/core/caller';
import type { MirrorTicket } from '@diemcau/contracts/meetings/checks-own';
import {
  ChangeTrial,
  type OwnTrial,
  PlanTrial,
  type Reminded,
  SubmitTrial,
  type Trial,
  type TrialBoard,
  TrialBoardQuery,
  type TrialPage,
  TrialQuery,
  TrialRef,
  Trials,
  TrialsClient,
  TrialUnitRef,
} from '@diemcau/contracts/meetings/trials';
import { Controller } from '@nestjs/common';
import { mayDo } from '../edge/auth/access.js';
import { Route } from '../edge/http/route.js';

const reading = mayDo('meetings.read');
const managing = mayDo('checks.manage');
const answering = mayDo('meetings.answer');

/** Trials with all units (TM-3). */
@Controller()
export class TrialsController {
  constructor(private readonly trials: TrialsClient) {}

  @Route.get('trials', Trials.list, reading, 'Các đợt chạy thử · Trial windows')
  list(input: TrialQuery, caller: Caller): Promise<TrialPage> {
    return this.trials.list(input, caller);
  }

  @Route.post('trials', Trials.plan, managing, 'Lập đợt chạy thử · Plan a trial window', { status: 201 })
  plan(input: PlanTrial, caller: Caller): Promise<Trial> {
    return this.trials.plan(input, caller);
  }

  @Route.get('trials/:trialId', Trials.board, reading, 'Bảng chạy thử · Trial board')
  board(input: TrialBoardQuery, caller: Caller): Promise<TrialBoard> {
    return this.trials.board(input, caller);
  }

  @Route.patch('trials/:trialId', Trials.change, managing, 'Sửa đợt chạy thử · Change a trial window')
  change(input: ChangeTrial, caller: Caller): Promise<Trial> {
    return this.trials.change(input, caller);
  }

  @Route.post('trials/:trialId/open', Trials.open, managing, 'Mở ngay · Open now')
  open(input: TrialRef, caller: Caller): Promise<Trial> {
    return this.trials.open(input, caller);
  }

  @Route.post('trials/:trialId/close', Trials.close, managing, 'Đóng ngay · Close now')
  close(input: TrialRef, caller: Caller): Promise<Trial> {
    return this.trials.close(input, caller);
  }

  @Route.post('trials/:trialId/remind', Trials.remind, managing, 'Nhắc đơn vị chưa đạt · Remind')
  remind(input: TrialRef, caller: Caller): Promise<Reminded> {
    return this.trials.remind(input, caller);
  }

  @Route.get('trials/:trialId/units/:unitId', Trials.look, answering, 'Chạy thử của đơn vị · A unit’s trial')
  look(input: TrialUnitRef, caller: Caller): Promise<OwnTrial> {
    return this.trials.look(input, caller);
  }

  @Route.post(
    'trials/:trialId/units/:unitId/mirror',
    Trials.mirror,
    answering,
    'Vé đo âm thanh, hình ảnh · A ticket to measure sound and picture',
  )
  mirror(input: TrialUnitRef, caller: Caller): Promise<MirrorTicket> {
    return this.trials.mirror(input, caller);
  }

  @Route.post(
    'trials/:trialId/units/:unitId/result',
    Trials.submit,
    answering,
    'Gửi kết quả chạy thử · Send what was found',
  )
  submit(input: SubmitTrial, caller: Caller): Promise<OwnTrial> {
    return this.trials.submit(input, caller);
  }
}
