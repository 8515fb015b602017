import type { ReviewReport } from '@diemcau/contracts/meetings/reviews';
import type { Collected } from '@diemcau/contracts/meetings/reviews-questions';
import { type Paper, type PaperSection, tableSection, writtenDay } from './paper.js';

const number = new Intl.NumberFormat('vi-VN', { maximumFractionDigits: 2 });

/** What units answered to a yearly review, with the training plan that follows from it, as one report (HB-10.2). */
export const paperOfReview = ({ review, parentName, questions, plan, missing }: ReviewReport): Paper => ({
  parent: parentName,
  unit: review.unitName,
  number: 'Số: …/BC',
  placeAndDay: `…, ${writtenDay(null, review.year)}`,
  subject: subjectOf(review.title),
  sections: [
    tableSection(
      'Kết quả trả lời',
      {
        last: 'figures',
        header: ['TT', 'Câu hỏi và câu trả lời', 'Kết quả'],
        rows: questions.flatMap(rowsOf),
      },
      [`${number.format(review.answered)} trên ${number.format(review.asked)} đơn vị đã nộp phiếu.`],
    ),
    { title: 'Ý kiến của các đơn vị', paragraphs: wordsOf(questions) },
    trainingOf(plan),
    ...(missing.length > 0 ? [missingOf(missing)] : []),
  ],
  recipients: [],
  signerTitle: 'THỦ TRƯỞNG ĐƠN VỊ',
  signerName: '',
});

/** «Rà soát …» goes on in the sentence; any other title is quoted as it is. */
const subjectOf = (title: string): string =>
  title.startsWith('Rà soát') ? `Kết quả r${title.slice(1)}` : `Kết quả đợt rà soát “${title}”`;

const missingOf = (missing: readonly string[]): PaperSection =>
  tableSection('Đơn vị chưa nộp phiếu', {
    last: 'words',
    header: ['TT', 'Đơn vị', 'Phiếu'],
    rows: missing.map((name, i) => [String(i + 1), name, 'Chưa nộp']),
  });

/** A question, then a row for each possible answer. */
function rowsOf({ text, count, mean, sum, tallies }: Collected, i: number): string[][] {
  const figures = [
    `${number.format(count)} đơn vị`,
    ...(mean === null ? [] : [`bình quân ${number.format(mean)}`]),
    ...(sum === null ? [] : [`tổng ${number.format(sum)}`]),
  ].join('; ');
  const answers = tallies.map(({ value, count: given }) => ['', `– ${value}`, number.format(given)]);
  return [[String(i + 1), text, figures], ...answers];
}

function wordsOf(questions: readonly Collected[]): string[] {
  const said = questions.flatMap(({ text, texts }) =>
    texts.length === 0
      ? []
      : [text, ...texts.map(({ unitName, value }) => `– ${unitName}: ${oneLine(value)}`)],
  );
  return said.length > 0 ? said : ['Không có.'];
}
const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

function trainingOf(plan: ReviewReport['plan']): PaperSection {
  const title = 'Kế hoạch tập huấn cán bộ vận hành';
  if (plan.length === 0) return { title, paragraphs: ['Không có đề nghị tập huấn.'] };
  const whenOf = (month: number | null): string => (month === null ? 'tháng bất kỳ' : `tháng ${month}`);
  return tableSection(title, {
    last: 'figures',
    header: ['TT', 'Nội dung, thời gian', 'Số người'],
    rows: plan.map(({ course, month, people, units }, i) => [
      String(i + 1),
      `${course} (${whenOf(month)})`,
      `${number.format(people)} người, ${number.format(units)} đơn vị`,
    ]),
  });
}
