import { textsOf } from '../../../i18n/texts-of';

export const useTexts = textsOf(
  'meetings.waiting',
  {
    title: 'Ngày họp chờ quyết định',
    lead: 'Chuỗi họp để những ngày này chờ quyết định; quá giờ mà chưa ai quyết định thì phiên bị lỡ.',
    until: 'Quyết định trước {{at}}',
    because: '{{day}} là {{name}}',
    decide: 'Quyết định',
    hold: 'Vẫn họp đúng ngày',
    move: 'Dời…',
    skip: 'Bỏ phiên',
    buttons: 'Ngày {{day}}',
    held: 'Đã ghi quyết định; phiên họp sẽ được lập trong một phút.',
    skipped: 'Đã bỏ phiên.',
    more: 'và {{n}} ngày khác',
  },
  {
    title: 'Dates that wait for a decision',
    lead: 'The series leaves these dates open; one that nobody decides about in time is missed.',
    until: 'To be decided before {{at}}',
    because: '{{day}} is {{name}}',
    decide: 'Decide',
    hold: 'Hold on this day',
    move: 'Move…',
    skip: 'Leave out',
    buttons: 'Date {{day}}',
    held: 'The decision is noted; the meeting is made within a minute.',
    skipped: 'The date is left out.',
    more: 'and {{n}} more',
  },
);
