import { parseArgs } from 'node:util';
import { MergeRefused } from './refused.js';

/** Which province becomes part of which. */
export interface Merge {
  /** Code or id of a province. */
  readonly from: string;
  readonly into: string;
  /** `YYYY-MM-DD`; a day to come is planned. */
  readonly effectiveOn: string;
  readonly decisionNumber: string;
  readonly decisionDate: string | null;
  /** Put behind codes that the other province has already; the code of the merged province unless given. */
  readonly codeSuffix?: string;
  /** What the province that goes on is called from that day; as before unless given. */
  readonly name?: string;
}

/** What the command line wants. Without `--yes` nothing is written. */
export type Asked =
  | { readonly act: 'preview' | 'merge'; readonly merge: Merge }
  | { readonly act: 'cancel'; readonly from: string; readonly isSure: boolean };

const usage = `Cần · needed:
  --from MÃ-TỈNH --into MÃ-TỈNH --on NĂM-THÁNG-NGÀY --decision "SỐ/QĐ" [--decision-date NĂM-THÁNG-NGÀY]
  [--suffix HẬU-TỐ] [--name "Tên mới của tỉnh tiếp nhận"] [--preview | --yes]
Huỷ việc sáp nhập chưa có hiệu lực · take a planned merge back:
  --cancel --from MÃ-TỈNH [--yes]
Không có --yes thì chỉ xem trước · without --yes it only shows what would happen.`;

const day = /^\d{4}-\d{2}-\d{2}$/;
const isDay = (text: string): boolean =>
  day.test(text) && new Date(`${text}T00:00:00Z`).toJSON()?.slice(0, 10) === text;
const suffixes = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/** @throws MergeRefused when something is missing or wrong */
export function askedBy(args: string[]): Asked {
  const values = valuesIn(args);
  const { from, into, on, suffix, preview, yes, cancel } = values;
  if (!from || (preview && yes)) throw new MergeRefused(usage, '');
  if (cancel) {
    if (into !== undefined || on !== undefined) throw new MergeRefused(usage, '');
    return { act: 'cancel', from, isSure: yes };
  }
  const decision = values.decision?.normalize('NFC').trim();
  if (!into || !on || !decision || decision.length > 100) throw new MergeRefused(usage, '');
  for (const date of [on, values['decision-date']]) if (date !== undefined && !isDay(date)) throw noDay(date);
  if (suffix !== undefined && (!suffixes.test(suffix) || suffix.length > 20))
    throw new MergeRefused(
      `--suffix "${suffix}" không hợp lệ: chữ thường không dấu, số và gạch nối, nhiều nhất 20 ký tự.`,
      `--suffix "${suffix}" is not valid: lower-case letters without accents, digits and hyphens, 20 at most.`,
    );
  const name = values.name?.normalize('NFC').trim();
  return {
    act: yes ? 'merge' : 'preview',
    merge: {
      from,
      into,
      effectiveOn: on,
      decisionNumber: decision,
      decisionDate: values['decision-date'] ?? null,
      ...(suffix !== undefined && { codeSuffix: suffix }),
      ...(name && { name: name.slice(0, 200) }),
    },
  };
}

/** @throws MergeRefused for an option that is not known */
function valuesIn(args: string[]) {
  try {
    return parseArgs({
      args,
      options: {
        from: { type: 'string' },
        into: { type: 'string' },
        on: { type: 'string' },
        decision: { type: 'string' },
        'decision-date': { type: 'string' },
        suffix: { type: 'string' },
        name: { type: 'string' },
        preview: { type: 'boolean', default: false },
        yes: { type: 'boolean', default: false },
        cancel: { type: 'boolean', default: false },
      },
    }).values;
  } catch (error) {
    throw new MergeRefused(error instanceof Error ? error.message : String(error), usage);
  }
}

const noDay = (text: string): MergeRefused =>
  new MergeRefused(
    `"${text}" không phải là một ngày: viết NĂM-THÁNG-NGÀY, ví dụ 2025-07-01.`,
    `"${text}" is not a day: write YEAR-MONTH-DAY, 2025-07-01 for instance.`,
  );
