import { isCommonPassword } from './common-passwords.js';
import { passwordFault } from './password-rules.js';

const about = ['nguyen.van.mau', 'Nguyễn Văn Mẫu', 'HS-00123', '0912000111', 'Trường THPT Như Xuân 1'];
const faultOf = (password: string, minLength = 8) =>
  passwordFault(password, { minLength, about }, isCommonPassword)?.code ?? null;

test.each([
  'ba con vịt qua cầu',
  'Đò dọc sông Mã mùa nước nổi',
  'x7Kp2mQz',
  '🦆🦆 qua cầu khỉ 🌉',
  'только для проверки',
  'a'.repeat(3) + ' b c d e f g ' + 'z'.repeat(180),
])('%p may be used: any characters, spaces too, no rules of composition', (password) => {
  expect(faultOf(password)).toBeNull();
});

test.each([
  ['ngắn', 'passwords.tooShort'],
  ['🦆🦆🦆🦆', 'passwords.tooShort'],
  ['password', 'passwords.common'],
  ['123456789', 'passwords.common'],
  ['Iloveyou1', 'passwords.common'],
  ['mật khẩu 1', 'passwords.common'],
  ['MatKhau@123', 'passwords.common'],
  ['anhyeuem1', 'passwords.common'],
  ['diemcau2026'.slice(0, 10), 'passwords.common'],
  ['aaaaaaaaaaaa', 'passwords.common'],
  ['1212121212', 'passwords.common'],
  ['lmnopqrstuv', 'passwords.common'],
  ['zyxwvutsr', 'passwords.common'],
  ['nguyenvanmau', 'passwords.aboutYou'],
  ['Nguyễn Văn Mẫu 1', 'passwords.aboutYou'],
  ['HS-00123!', 'passwords.aboutYou'],
  ['0912000111', 'passwords.aboutYou'],
  ['truong thpt như xuân 1', 'passwords.aboutYou'],
  ['tám ký \u0000 tự', 'passwords.characters'],
  ['tám ký \ud800 tự', 'passwords.characters'],
])('%p is refused with %s', (password, code) => {
  expect(faultOf(password)).toBe(code);
});

test('the province says how long at least, counted in characters people see as one', () => {
  expect(faultOf('ba con vịt', 12)).toBe('passwords.tooShort');
  expect(faultOf('ba con vịt ơi', 12)).toBeNull();
});
