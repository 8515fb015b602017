import type { PrivacyRequest } from '@diemcau/contracts/identity/privacy';
import type { Part } from '../job/print.js';

export const requestFields: readonly Part<PrivacyRequest>[] = [
  ['Loại', 'Kind', 'kind'],
  ['Của ai', 'Whose', 'displayName'],
  ['Trạng thái', 'State', 'state'],
  ['Lý do', 'Reason', 'reason'],
  ['Hạn trả lời', 'Answer due', 'dueAt'],
  ['Thực hiện lúc', 'Done at', 'executeAt'],
  ['Tiến độ', 'Progress', ({ progress, total }) => `${progress}/${total}`],
  ['Kết quả', 'Outcome', 'outcome'],
  ['Id', 'Id', 'id'],
];
