import type { UnitTypeView } from '@diemcau/contracts/identity/unit-types';
import { listed } from './listed';

const type = (nameVi: string, nameEn: string, provinceId: string | null = null): UnitTypeView => ({
  key: nameEn,
  provinceId,
  nameVi,
  nameEn,
  top: false,
  under: [],
  version: 1,
});
const types = [
  type('Trường', 'School'),
  type('Cụm trường', 'Cluster of schools', 'p1'),
  type('Đơn vị phối hợp', 'Partner'),
];
const names = (words: string, language: 'vi' | 'en', sort?: string) =>
  listed(types, { words, language, sort }).map(({ nameEn }) => nameEn);

test.each([
  ['by name, in the language of the reader', names('', 'vi'), ['Cluster of schools', 'Partner', 'School']],
  ['the other way round', names('', 'en', '-name'), ['School', 'Partner', 'Cluster of schools']],
  ['by whose they are', names('', 'vi', '-origin'), ['Cluster of schools', 'Partner', 'School']],
  ['found without accents', names('don vi', 'vi'), ['Partner']],
])('types are listed %s', (_, shown, expected) => {
  expect(shown).toEqual(expected);
});
