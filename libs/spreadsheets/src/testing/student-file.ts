import { buffer } from 'node:stream/consumers';
import { csvOf } from '../write/csv.js';
import { xlsxOf } from '../write/xlsx.js';
import { inventedBirthDate, inventedName, inventedPhone } from './people.js';

const studentHeader = [
  'Họ và tên',
  'Mã học sinh',
  'Mã trường',
  'Lớp',
  'Năm học',
  'Ngày sinh',
  'Điện thoại phụ huynh',
] as const;

/** Ways in which a row can be faulty. */
export type StudentFault = 'noName' | 'badDate' | 'unknownSchool' | 'badYear' | 'noClass' | 'badPhone';
const studentFaults: readonly StudentFault[] = [
  'noName',
  'badDate',
  'unknownSchool',
  'badYear',
  'noClass',
  'badPhone',
];

export interface StudentFile {
  /** Rows below the header. */
  readonly rows: number;
  /** Codes of the schools; the rows are dealt out among them evenly, classes of 40 within each. */
  readonly schools: readonly string[];
  /** How many of the rows are faulty; spread evenly, the kinds of fault in turn. */
  readonly faulty?: number;
  /** Makes the codes unlike those of other files. */
  readonly prefix?: string;
  /** Lines above the table, as offices write them. */
  readonly titles?: readonly string[];
}

const schoolYear = '2026-2027';
const perClass = 40;

/** Row `n` from 0, without faults. */
function studentRow(n: number, { schools, prefix = 'HS' }: StudentFile): string[] {
  const inSchool = Math.floor(n / schools.length);
  const group = Math.floor(inSchool / perClass);
  return [
    inventedName(n),
    `${prefix}${String(n + 1).padStart(6, '0')}`,
    schools[n % schools.length] ?? '',
    `${10 + (group % 3)}A${Math.floor(group / 3) + 1}`,
    schoolYear,
    inventedBirthDate(n),
    inventedPhone(n),
  ];
}

function spoil(row: string[], fault: StudentFault): string[] {
  const put = (column: number, text: string): string[] => row.with(column, text);
  switch (fault) {
    case 'noName':
      return put(0, '');
    case 'badDate':
      return put(5, '31/02/2010');
    case 'unknownSchool':
      return put(2, 'khong-co-truong-nay');
    case 'badYear':
      return put(4, '2026-2030');
    case 'noClass':
      return put(3, '');
    case 'badPhone':
      return put(6, '12345');
  }
}

/** The rows of the file, header included; row `i` of these stands in row `i + 1` of the spreadsheet. */
export function* studentRows(file: StudentFile): Generator<string[]> {
  const { rows, faulty = 0, titles = [] } = file;
  for (const title of titles) yield [title];
  yield [...studentHeader];
  for (let n = 0; n < rows; n++) {
    const before = Math.floor((n * faulty) / rows);
    const isFaulty = Math.floor(((n + 1) * faulty) / rows) > before;
    const row = studentRow(n, file);
    yield isFaulty ? spoil(row, studentFaults[before % studentFaults.length] ?? 'noName') : row;
  }
}

/** A list of invented students as .xlsx. */
export const studentXlsx = async (file: StudentFile): Promise<Buffer> =>
  buffer(xlsxOf([{ name: 'Học sinh', rows: studentRows(file) }]));

/** The same as .csv, UTF-8 with mark. */
export const studentCsv = async (file: StudentFile): Promise<Buffer> => buffer(csvOf(studentRows(file)));
