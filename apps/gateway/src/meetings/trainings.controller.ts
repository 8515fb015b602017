import type { Caller } from '@diemcau/contracts/core/caller';
import {
  ChangeTraining,
  PlanTraining,
  type Training,
  type TrainingPage,
  TrainingQuery,
  TrainingEventRef,
  Trainings,
  TrainingsClient,
} from '@diemcau/contracts/meetings/trainings';
import {
  type CandidatePage,
  CandidateQuery,
  MarkAttendance,
  type Registered,
  RegisterPeople,
  type RegistrationPage,
  RegistrationQuery,
  RegistrationRef,
  Registrations,
  RegistrationsClient,
} from '@diemcau/contracts/meetings/trainings-people';
import { Controller } from '@nestjs/common';
import { mayDo } from '../edge/auth/access.js';
import { Route } from '../edge/http/route.js';

const reading = mayDo('meetings.read');
const managing = mayDo('trainings.manage');
const registering = mayDo('trainings.register');

/** Training of teachers (DA-1a). */
@Controller()
export class TrainingsController {
  constructor(
    private readonly trainings: TrainingsClient,
    private readonly registrations: RegistrationsClient,
  ) {}

  @Route.get('trainings', Trainings.list, reading, 'Các lớp tập huấn · Training events')
  list(input: TrainingQuery, caller: Caller): Promise<TrainingPage> {
    return this.trainings.list(input, caller);
  }

  @Route.post('trainings', Trainings.plan, managing, 'Mở lớp tập huấn · Plan a training event', {
    status: 201,
  })
  plan(input: PlanTraining, caller: Caller): Promise<Training> {
    return this.trainings.plan(input, caller);
  }

  @Route.get('trainings/:trainingId', Trainings.find, reading, 'Một lớp tập huấn · A training event')
  find(input: TrainingEventRef, caller: Caller): Promise<Training> {
    return this.trainings.find(input, caller);
  }

  @Route.patch('trainings/:trainingId', Trainings.change, managing, 'Sửa lớp tập huấn · Change')
  change(input: ChangeTraining, caller: Caller): Promise<Training> {
    return this.trainings.change(input, caller);
  }

  @Route.get(
    'trainings/:trainingId/people',
    Registrations.list,
    registering,
    'Người đã đăng ký · Who is registered',
  )
  people(input: RegistrationQuery, caller: Caller): Promise<RegistrationPage> {
    return this.registrations.list(input, caller);
  }

  @Route.get(
    'trainings/:trainingId/candidates',
    Registrations.candidates,
    registering,
    'Cán bộ, giáo viên có thể đăng ký · Whom one may register',
  )
  candidates(input: CandidateQuery, caller: Caller): Promise<CandidatePage> {
    return this.registrations.candidates(input, caller);
  }

  @Route.post(
    'trainings/:trainingId/people',
    Registrations.register,
    registering,
    'Đăng ký người dự · Register people',
  )
  register(input: RegisterPeople, caller: Caller): Promise<Registered> {
    return this.registrations.register(input, caller);
  }

  @Route.delete(
    'trainings/:trainingId/people/:userId',
    Registrations.withdraw,
    registering,
    'Rút đăng ký · Withdraw a registration',
  )
  withdraw(input: RegistrationRef, caller: Caller): Promise<void> {
    return this.registrations.withdraw(input, caller);
  }

  @Route.put(
    'trainings/:trainingId/sessions/:occurrenceId/marks',
    Registrations.mark,
    managing,
    'Điểm danh từng người · Mark who attended',
  )
  mark(input: MarkAttendance, caller: Caller): Promise<void> {
    return this.registrations.mark(input, caller);
  }
}
