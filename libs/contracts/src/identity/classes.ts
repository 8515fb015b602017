import { ClientOf, contract, takes } from '../core/contract.js';
import { failures } from '../core/failure.js';
import { Id, Ids, Int, ListOf, SchoolYear, Text } from '../core/fields.js';
import { cursorChars, Nothing, PageQuery } from '../core/page.js';

export class ClassRef {
  @Id() classId: string;
}

/** A class of one school year. */
export class ClassView {
  @Id() id: string;
  @Id() unitId: string;
  @Text({ max: 200 }) unitName: string;
  /** From July to June: `2026-2027`. */
  @SchoolYear() schoolYear: string;
  @Text({ max: 40 }) name: string;
  @Int({ min: 0, max: 100_000 }) students: number;
  /** Rises with name and members. */
  @Int({ min: 1, max: 2_000_000_000 }) version: number;
}

export class ClassQuery extends PageQuery {
  /** This unit and everything below it. */
  @Id({ optional: true }) unitId?: string;
  @SchoolYear({ optional: true }) schoolYear?: string;
}
export class ClassPage {
  /** The latest school year first, then by unit, then 6A before 10A. */
  @ListOf(() => ClassView, { max: 200 }) items: ClassView[];
  @Text({ max: cursorChars, nullable: true }) nextCursor: string | null;
  @Int({ min: 0, max: 10_000_000 }) total: number;
}
export class ClassList {
  @ListOf(() => ClassView, { max: 100 }) items: ClassView[];
}

export class MakeClass {
  @Id() unitId: string;
  @SchoolYear() schoolYear: string;
  @Text({ max: 40, example: '9A' }) name: string;
}
export class RenameClass extends ClassRef {
  /** As it was read; 412 when somebody else was quicker. */
  @Int({ min: 1, max: 2_000_000_000 }) version: number;
  @Text({ max: 40, example: '9A1' }) name: string;
}

/** Most students of one class. */
export const largestClass = 500;

export class ClassMembers extends ClassRef {
  /** Everybody who is to be in the class; students of its unit. */
  @Ids({ max: largestClass }) studentIds: string[];
}
export class PutMembers extends ClassMembers {
  /** Of the class as the change was looked at; 412 when it changed since. */
  @Int({ min: 1, max: 2_000_000_000 }) version: number;
}
export class ClassStudent {
  @Id() id: string;
  @Text({ max: 120 }) displayName: string;
  @Text({ max: 60, nullable: true }) code: string | null;
  /** Class of the same unit and year that the student would leave, or left. */
  @Text({ max: 40, nullable: true }) from: string | null;
}
export class ClassDifference {
  @Int({ min: 1, max: 2_000_000_000 }) version: number;
  @ListOf(() => ClassStudent, { max: largestClass }) come: ClassStudent[];
  @ListOf(() => ClassStudent, { max: largestClass }) go: ClassStudent[];
  @Int({ min: 0, max: largestClass }) stay: number;
}

export class MoveStudent extends ClassRef {
  @Id() studentId: string;
}

export class ClassSuccessor extends ClassRef {
  /** The class of the next year that its students come into; null for those who leave the school. */
  @Text({ max: 40, nullable: true, example: '10A' }) name: string | null;
}
/** A whole school goes up a year. */
export class PromoteClasses {
  @Id() unitId: string;
  @SchoolYear() from: string;
  /** The year after. */
  @SchoolYear() to: string;
  @ListOf(() => ClassSuccessor, { max: 200 }) classes: ClassSuccessor[];
}
export class Promotion {
  /** Classes of the next year that were made; those that were there already do not count. */
  @Int({ min: 0, max: 200 }) classesMade: number;
  @Int({ min: 0, max: 100_000 }) studentsPlaced: number;
  /** Were in a class of the next year before, or are no longer students of the unit. */
  @Int({ min: 0, max: 100_000 }) studentsLeft: number;
}

/**
 * Classes are kept with `users.write` over their unit and read with `users.read`; their own are also seen by their
 * students. A student is in one class of a unit and school year: coming into another leaves the first.
 */
export const Classes = contract('identity.classes', {
  list: takes(ClassQuery).gives(ClassPage),
  find: takes(ClassRef).gives(ClassView),
  /** Those the caller is or was in, the latest first. */
  mine: takes(Nothing).gives(ClassList),
  /** A class that is there already is given back as it is. */
  make: takes(MakeClass).gives(ClassView),
  rename: takes(RenameClass).gives(ClassView),
  /** Only an empty one. */
  remove: takes(ClassRef),
  /** Who would come and go. */
  compareMembers: takes(ClassMembers).gives(ClassDifference),
  putMembers: takes(PutMembers).gives(ClassDifference),
  /** Into this class, out of the one of the same unit and year. */
  moveStudent: takes(MoveStudent).gives(ClassView),
  /** The same again changes nothing. */
  promote: takes(PromoteClasses).gives(Promotion),
});
export class ClassesClient extends ClientOf(Classes) {}

export const classErrors = failures('classes', {
  notFound: { status: 404, vi: 'Không tìm thấy lớp', en: 'There is no such class' },
  taken: {
    status: 409,
    vi: 'Trường đã có lớp tên này trong năm học',
    en: 'The school has a class of this name in that year',
  },
  changedMeanwhile: {
    status: 412,
    vi: 'Lớp vừa được sửa; xin tải lại rồi sửa tiếp',
    en: 'The class was changed just now; please reload and change again',
  },
  notStudents: {
    status: 409,
    vi: 'Có người không phải học sinh đang học của đơn vị này',
    en: 'Some of these are not students of this unit',
  },
  notEmpty: {
    status: 409,
    vi: 'Lớp còn học sinh, không xoá được',
    en: 'The class has students, so it stays',
  },
  notNextYear: {
    status: 400,
    vi: 'Năm học mới phải liền sau năm học cũ',
    en: 'The new school year must follow the old one',
  },
  unitClosed: {
    status: 409,
    vi: 'Đơn vị đã giải thể, không lập thêm lớp',
    en: 'The unit is closed and has no more classes',
  },
});
