import type { Caller } from '@diemcau/contracts/core/caller';
import type { Handlers } from '@diemcau/contracts/core/contract';
import { Nothing } from '@diemcau/contracts/core/page';
import {
  type ClassDifference,
  Classes,
  type ClassList,
  ClassMembers,
  type ClassPage,
  ClassQuery,
  ClassRef,
  type ClassView,
  MakeClass,
  MoveStudent,
  PromoteClasses,
  type Promotion,
  PutMembers,
  RenameClass,
} from '@diemcau/contracts/identity/classes';
import { Handles } from '@diemcau/service/bus/handles';
import { Controller } from '@nestjs/common';
import { ClassesService } from './classes.service.js';
import { ClassMakingService } from './making.service.js';
import { MembersService } from './members.service.js';
import { PromotingService } from './promoting.service.js';

@Controller()
export class ClassesHandlers implements Handlers<typeof Classes> {
  constructor(
    private readonly classes: ClassesService,
    private readonly making: ClassMakingService,
    private readonly members: MembersService,
    private readonly promoting: PromotingService,
  ) {}

  @Handles(Classes.list) async list(input: ClassQuery, caller: Caller): Promise<ClassPage> {
    return this.classes.list(input, caller);
  }

  @Handles(Classes.find) async find({ classId }: ClassRef, caller: Caller): Promise<ClassView> {
    return this.classes.find(classId, caller);
  }

  @Handles(Classes.mine) async mine(_input: Nothing, caller: Caller): Promise<ClassList> {
    return { items: await this.classes.mine(caller) };
  }

  @Handles(Classes.make) async make(input: MakeClass, caller: Caller): Promise<ClassView> {
    return this.classes.known(await this.making.make(input, caller));
  }

  @Handles(Classes.rename) async rename(input: RenameClass, caller: Caller): Promise<ClassView> {
    await this.making.rename(input, caller);
    return this.classes.known(input.classId);
  }

  @Handles(Classes.remove) async remove({ classId }: ClassRef, caller: Caller): Promise<void> {
    await this.making.remove(classId, caller);
  }

  @Handles(Classes.compareMembers) async compareMembers(
    input: ClassMembers,
    caller: Caller,
  ): Promise<ClassDifference> {
    return this.members.compare(input, caller);
  }

  @Handles(Classes.putMembers) async putMembers(input: PutMembers, caller: Caller): Promise<ClassDifference> {
    return this.members.put(input, caller);
  }

  @Handles(Classes.moveStudent) async moveStudent(input: MoveStudent, caller: Caller): Promise<ClassView> {
    await this.members.moveStudent(input, caller);
    return this.classes.known(input.classId);
  }

  @Handles(Classes.promote) async promote(input: PromoteClasses, caller: Caller): Promise<Promotion> {
    return this.promoting.promote(input, caller);
  }
}
