import { type Permission, permissions } from './permissions.js';

/** The roles of the domain. Every installation has them as rows; a province defines further ones. A guest has a ticket, not a role. */
export const roles = [
  'departmentAdmin',
  'unitOperator',
  'leader',
  'chair',
  'director',
  'secretary',
  'siteOperator',
  'teacher',
  'appraiser',
  'testingOfficer',
  'invigilator',
  'student',
  'parent',
  'attendee',
] as const;
export type Role = (typeof roles)[number];

export interface BuiltInRole {
  readonly vi: string;
  readonly en: string;
  readonly permissions: readonly Permission[];
}

const everybody: readonly Permission[] = ['units.read'];
const staff: readonly Permission[] = [
  ...everybody,
  'roster.read',
  'rooms.enter',
  'sites.read',
  'meetings.read',
];
const leading: readonly Permission[] = [
  ...staff,
  'users.read',
  'meetings.request',
  'meetings.approve',
  'reports.read',
  'notes.read',
];
const presiding: readonly Permission[] = [
  ...staff,
  'users.read',
  'rooms.host',
  'meetings.request',
  'meetings.preside',
];
const preparing: readonly Permission[] = [
  ...staff,
  'users.read',
  'meetings.request',
  'meetings.write',
  'checks.manage',
  'trainings.register',
  'trainings.manage',
  'reports.read',
  'reports.write',
];
const operating: readonly Permission[] = [...staff, 'sites.write', 'meetings.answer', 'trainings.register'];
const administering: readonly Permission[] = [
  ...new Set([...presiding, ...preparing, ...operating]),
  'units.change',
  'users.write',
  'users.import',
  'users.secrets',
  'roster.write',
  'grants.read',
  'grants.give',
  'sessions.read',
  'sessions.end',
  'keys.manage',
  'webhooks.manage',
  'directory.sync',
  'audit.read',
  'privacy.manage',
  'settings.read',
  'rooms.configure',
];

/** What the database's `roles` holds for them; brought up to date at every start of identity. */
export const builtInRoles: Readonly<Record<Role, BuiltInRole>> = {
  departmentAdmin: { vi: 'Quản trị sở', en: 'Department administrator', permissions },
  unitOperator: { vi: 'Cán bộ CNTT đơn vị', en: 'Unit IT operator', permissions: administering },
  leader: { vi: 'Lãnh đạo', en: 'Leader', permissions: leading },
  chair: { vi: 'Chủ trì', en: 'Chair', permissions: presiding },
  director: {
    vi: 'Kỹ thuật điều khiển',
    en: 'Director',
    permissions: [...presiding, 'checks.manage', 'sites.write'],
  },
  secretary: { vi: 'Thư ký', en: 'Secretary', permissions: preparing },
  siteOperator: { vi: 'Cán bộ vận hành điểm cầu', en: 'Site operator', permissions: operating },
  teacher: { vi: 'Giáo viên', en: 'Teacher', permissions: staff },
  appraiser: { vi: 'Chuyên viên thẩm định', en: 'Appraiser', permissions: staff },
  testingOfficer: { vi: 'Cán bộ khảo thí', en: 'Testing officer', permissions: staff },
  invigilator: { vi: 'Giám thị', en: 'Invigilator', permissions: staff },
  student: { vi: 'Học sinh', en: 'Student', permissions: everybody },
  parent: { vi: 'Phụ huynh', en: 'Parent', permissions: everybody },
  attendee: { vi: 'Đại biểu tham dự', en: 'Attendee', permissions: [...everybody, 'rooms.enter'] },
};
