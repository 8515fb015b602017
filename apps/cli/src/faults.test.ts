import { faultText } from './faults.js';
import { sayIn } from './language.js';

test.each([
  ['max', 'limit: quá lớn (max)', 'limit: too large (max)'],
  ['isNew', 'limit: isNew', 'limit: isNew'],
])('a fault of a field is said in words, one without words as it is: %s', (code, vi, en) => {
  const fault = { path: 'limit', code };
  expect([faultText(fault, sayIn('vi')), faultText(fault, sayIn('en'))]).toEqual([vi, en]);
});
