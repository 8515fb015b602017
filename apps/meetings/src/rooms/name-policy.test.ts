import type { NamePolicy } from '@diemcau/contracts/meetings/rooms';
import { faultOfName, tidied } from './name-policy.js';

const policy = (more: Partial<NamePolicy> = {}): NamePolicy => ({
  mode: 'pickOrType',
  minWords: 3,
  pattern: null,
  exampleName: 'Trường THPT Như Xuân',
  ...more,
});
const typed = (name: string, isInvitedUnit = false) => ({ name, picked: false, isInvitedUnit });
const picked = { name: 'Sở', picked: true, isInvitedUnit: true };
const judge = (of: NamePolicy, given: Parameters<typeof faultOfName>[1]) =>
  faultOfName(of, given)?.code ?? 'fine';

describe('a full name will do (TM-2b)', () => {
  test.each([
    'Trường THPT Như Xuân',
    'TRƯỜNG THPT NHƯ XUÂN',
    'trường thpt như xuân',
    'Trung tâm Giáo dục thường xuyên Như Xuân',
    'Trung tâm GDNN-GDTX Thọ Xuân',
    'Phòng GD&ĐT Bá Thước',
    'Nguyễn Thị Mẫu',
    'ໂຮງຮຽນ ມັດທະຍົມ ຫົວພັນ',
    'Trường THPT Như Xuân'.normalize('NFD'),
  ])('%s', (name) => {
    expect(judge(policy(), typed(name))).toBe('fine');
  });
});

describe('abbreviations and bits of names will not', () => {
  test.each([
    'TT GDTX NX',
    'THPT NX 1',
    'Như Xuân',
    'Trường THPT NX',
    'GV Lê',
    'a b c',
    'Phòng 1 2 3',
    '1 2 3 4',
    '!!! ??? ...',
    '🙂 🙂 🙂 🙂',
  ])('%s', (name) => {
    expect(judge(policy(), typed(name))).toBe('lobby.nameTooShort');
  });
});

describe('how many words is the room’s choice', () => {
  test.each([
    [1, 'Mẫu', 'fine'],
    [1, 'GDTX', 'lobby.nameTooShort'],
    [2, 'Trần Mẫu', 'fine'],
    [3, 'TTGDTX Như Xuân', 'fine'],
    [4, 'TTGDTX Như Xuân', 'lobby.nameTooShort'],
    [4, 'Trường THPT Như Xuân', 'fine'],
  ])('%i words wanted: %s is %s', (minWords, name, expected) => {
    expect(judge(policy({ minWords }), typed(name))).toBe(expected);
  });
});

describe('picking and typing', () => {
  test.each([
    ['pickOrType', 'picked', picked, 'fine'],
    ['pickOnly', 'picked', picked, 'fine'],
    ['typeOnly', 'picked', picked, 'lobby.typeName'],
    ['pickOnly', 'typed', typed('Trường THPT Như Xuân'), 'lobby.pickUnit'],
    ['pickOnly', 'typed as an invited unit is called', typed('Sở', true), 'fine'],
    ['typeOnly', 'typed as an invited unit is called', typed('Sở', true), 'fine'],
  ] as const)('%s, %s', (mode, _, given, expected) => {
    expect(judge(policy({ mode }), given)).toBe(expected);
  });
});

describe('a pattern', () => {
  const schools = policy({ pattern: '^Trường (THPT|THCS|Tiểu học) ' });
  test.each([
    ['fits', typed('Trường THCS Yên Cát'), 'fine'],
    ['does not fit', typed('Trung tâm GDTX Như Xuân'), 'lobby.namePattern'],
    ['is not asked for an invited unit', typed('Trung tâm GDTX Như Xuân', true), 'fine'],
    ['is not asked for a picked unit', picked, 'fine'],
    ['comes after the number of words', typed('Trường THCS'), 'lobby.nameTooShort'],
  ])('%s', (_, given, expected) => {
    expect(judge(schools, given)).toBe(expected);
  });
});

test('a name is kept composed, with single spaces and without invisible characters', () => {
  expect(tidied(' Trường\u200B  THPT\u00A0Như Xuân\u202E '.normalize('NFD'))).toBe('Trường THPT Như Xuân');
});
