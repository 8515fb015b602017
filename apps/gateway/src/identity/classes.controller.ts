import type { Caller } from '@diemcau/contracts/core/caller';
import type { Nothing } from '@diemcau/contracts/core/page';
import {
  type ClassDifference,
  Classes,
  ClassesClient,
  type ClassList,
  type ClassMembers,
  type ClassPage,
  type ClassQuery,
  type ClassRef,
  type ClassView,
  type MakeClass,
  type MoveStudent,
  type PromoteClasses,
  type Promotion,
  type PutMembers,
  type RenameClass,
} from '@diemcau/contracts/identity/classes';
import { Controller } from '@nestjs/common';
import { mayDo, signedIn } from '../edge/auth/access.js';
import { Route } from '../edge/http/route.js';

const reading = mayDo('users.read');
const writing = mayDo('users.write');

/** Classes and who is in them; the students of one are listed by `users?classId=`. */
@Controller()
export class ClassesController {
  constructor(private readonly classes: ClassesClient) {}

  @Route.get('classes', Classes.list, reading, 'Danh sách lớp · Classes')
  list(input: ClassQuery, caller: Caller): Promise<ClassPage> {
    return this.classes.list(input, caller);
  }

  @Route.post('classes', Classes.make, writing, 'Lập lớp · Make a class', { status: 201 })
  make(input: MakeClass, caller: Caller): Promise<ClassView> {
    return this.classes.make(input, caller);
  }

  @Route.post('classes/promotion', Classes.promote, writing, 'Lên lớp toàn trường · Promote a whole school')
  promote(input: PromoteClasses, caller: Caller): Promise<Promotion> {
    return this.classes.promote(input, caller);
  }

  @Route.get('classes/:classId', Classes.find, signedIn, 'Một lớp · One class, also for its own students')
  find(input: ClassRef, caller: Caller): Promise<ClassView> {
    return this.classes.find(input, caller);
  }

  @Route.patch('classes/:classId', Classes.rename, writing, 'Đổi tên lớp · Rename a class')
  rename(input: RenameClass, caller: Caller): Promise<ClassView> {
    return this.classes.rename(input, caller);
  }

  @Route.delete('classes/:classId', Classes.remove, writing, 'Xoá lớp trống · Remove an empty class')
  remove(input: ClassRef, caller: Caller): Promise<void> {
    return this.classes.remove(input, caller);
  }

  @Route.post(
    'classes/:classId/members/comparison',
    Classes.compareMembers,
    writing,
    'Xem trước ai vào, ai ra · Who would come and go',
  )
  compareMembers(input: ClassMembers, caller: Caller): Promise<ClassDifference> {
    return this.classes.compareMembers(input, caller);
  }

  @Route.put('classes/:classId/members', Classes.putMembers, writing, 'Thay danh sách lớp · Put a class list')
  putMembers(input: PutMembers, caller: Caller): Promise<ClassDifference> {
    return this.classes.putMembers(input, caller);
  }

  @Route.put(
    'classes/:classId/members/:studentId',
    Classes.moveStudent,
    writing,
    'Chuyển học sinh vào lớp · Move a student into the class',
  )
  moveStudent(input: MoveStudent, caller: Caller): Promise<ClassView> {
    return this.classes.moveStudent(input, caller);
  }

  @Route.get('me/classes', Classes.mine, signedIn, 'Lớp của tôi · My classes')
  mine(input: Nothing, caller: Caller): Promise<ClassList> {
    return this.classes.mine(input, caller);
  }
}
