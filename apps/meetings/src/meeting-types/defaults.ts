import type {
  KindName,
  MeetingType,
  TypeChecklistItem,
  TypeCriterion,
} from '@diemcau/contracts/meetings/meeting-types';
import { type MeetingKind, meetingKinds } from '@diemcau/contracts/meetings/vocabulary';

const item = (title: string, owner: TypeChecklistItem['owner'], daysBefore: number): TypeChecklistItem => ({
  title,
  owner,
  daysBefore,
});

/** HB-8.1 … HB-8.3: what every meeting by television bridge asks for. */
const everyMeeting: readonly TypeChecklistItem[] = [
  item('Chuẩn bị nội dung và tài liệu', 'secretary', 3),
  item('Kiểm tra hệ thống điểm cầu chính', 'mainSite', 1),
  item('Kiểm tra đường truyền, âm thanh, hình ảnh với các điểm cầu', 'standbySite', 1),
  item('Kiểm tra thiết bị, nguồn điện, đường truyền dự phòng', 'memberSites', 1),
];
const withLetter: readonly TypeChecklistItem[] = [
  item('Phát hành công văn', 'ownerUnit', 5),
  ...everyMeeting,
];

const observation: readonly TypeCriterion[] = [
  { title: 'Nội dung bài dạy', maxPoints: 6 },
  { title: 'Phương pháp và tổ chức lớp học', maxPoints: 6 },
  { title: 'Sử dụng thiết bị, công nghệ', maxPoints: 3 },
  { title: 'Hoạt động và kết quả của học sinh', maxPoints: 5 },
];
const contest: readonly TypeCriterion[] = [
  { title: 'Kiến thức chuyên môn', maxPoints: 8 },
  { title: 'Năng lực sư phạm', maxPoints: 8 },
  { title: 'Trả lời câu hỏi của ban giám khảo', maxPoints: 4 },
];

type Own = Omit<MeetingType, 'kind' | 'version'>;
const type = (
  nameVi: string,
  nameEn: string,
  durationMin: number,
  of: Partial<Omit<Own, 'checklist' | 'criteria'>> & {
    checklist?: readonly TypeChecklistItem[];
    criteria?: readonly TypeCriterion[];
  } = {},
): Own => ({
  nameVi,
  nameEn,
  durationMin,
  dispatchNeeded: of.dispatchNeeded ?? false,
  recording: of.recording ?? false,
  mainSite: of.mainSite ?? 'ownerUnit',
  standbyNeeded: false,
  checklist: [...(of.checklist ?? everyMeeting)],
  criteria: [...(of.criteria ?? [])],
});

/**
 * The seven of HB-2.1, as the product brings them; a province's own rows are put in their place. None asks for a standby site:
 * a department with one equipped room could hold no meeting at all. Who has a second one asks for it in its own types.
 */
const own: Readonly<Record<MeetingKind, Own>> = {
  briefing: type('Giao ban', 'Briefing', 120),
  conference: type('Hội nghị, hội thảo', 'Conference', 240, {
    dispatchNeeded: true,
    recording: true,
    checklist: withLetter,
  }),
  training: type('Tập huấn, bồi dưỡng', 'Training', 240, {
    dispatchNeeded: true,
    recording: true,
    checklist: withLetter,
  }),
  professionalActivity: type('Sinh hoạt chuyên môn', 'Professional activity', 180),
  classObservation: type('Dự giờ', 'Class observation', 60, {
    mainSite: 'chosen',
    recording: true,
    criteria: observation,
  }),
  demonstrationLesson: type('Thao giảng', 'Demonstration lesson', 90, {
    mainSite: 'chosen',
    recording: true,
    criteria: observation,
  }),
  teacherContest: type('Thi giáo viên giỏi', 'Teacher contest', 240, {
    mainSite: 'chosen',
    dispatchNeeded: true,
    recording: true,
    checklist: withLetter,
    criteria: contest,
  }),
};

export const defaultTypes: readonly MeetingType[] = meetingKinds.map((kind) => ({
  kind,
  ...own[kind],
  version: 0,
}));

export const defaultName = (kind: MeetingKind): KindName => ({ vi: own[kind].nameVi, en: own[kind].nameEn });
