import { faultOfName } from './name-policy';

const policy = {
  mode: 'pickOrType',
  minWords: 3,
  pattern: null,
  exampleName: 'Trung tâm GDTX Như Xuân',
} as const;

describe('the name a guest gives (TM-2b)', () => {
  it.each([
    ['a full name', { fullName: 'Trường THPT Như Xuân' }, policy, null],
    ['nothing', { fullName: '  ' }, policy, 'empty'],
    ['an abbreviation', { fullName: 'NX' }, policy, 'tooShort'],
    ['a picked unit, however short', { fullName: 'Sở GD', unitId: 'id' }, policy, null],
    [
      'typed where one must pick',
      { fullName: 'Trường THPT Như Xuân' },
      { ...policy, mode: 'pickOnly' },
      'pickUnit',
    ],
    [
      'another form than asked for',
      { fullName: 'Như Xuân THPT' },
      { ...policy, pattern: '^Trường' },
      'pattern',
    ],
    [
      'a pattern that only the server can read',
      { fullName: 'Trường THPT Như Xuân' },
      { ...policy, pattern: '(' },
      null,
    ],
  ] as const)('%s', (_, name, of, fault) => {
    expect(faultOfName(name, of)).toBe(fault);
  });
});
