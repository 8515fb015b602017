import { roles } from '@diemcau/contracts/identity/roles';
import { demoAccounts } from './accounts.js';
import { provinceUnits } from './province.js';

const count = (type: string) => provinceUnits.filter((unit) => unit.type === type).length;

test('the demo province has 27 district-level units and 60 centres and schools', () => {
  expect(count('department')).toBe(1);
  expect(count('districtOffice')).toBe(27);
  expect(count('continuingEducationCentre') + count('school')).toBe(60);
});

test('every code and every name occurs once, every parent comes before its children', () => {
  const codes = provinceUnits.map(({ code }) => code);
  expect(new Set(codes).size).toBe(codes.length);
  expect(new Set(provinceUnits.map(({ name }) => name)).size).toBe(codes.length);
  for (const [i, { parent }] of provinceUnits.entries()) {
    if (parent !== null) expect(codes.slice(0, i)).toContain(parent);
  }
});

test('there is a demo account for every role, named after its function', () => {
  expect(new Set(demoAccounts.map(({ role }) => role))).toEqual(new Set(roles));
  expect(new Set(demoAccounts.map(({ userName }) => userName)).size).toBe(demoAccounts.length);
  for (const { unit, displayName } of demoAccounts) {
    expect(displayName).toMatch(/\(mẫu\)$/);
    expect(provinceUnits.map(({ code }) => code)).toContain(unit);
  }
});
