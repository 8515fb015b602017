/** What letters about a review say of it. */
export interface ReviewTold {
  readonly answerId: string;
  readonly title: string;
  readonly intro: string;
  readonly organiser: string;
  /** The last day to answer. */
  readonly deadline: string;
  readonly unitId: string;
  readonly unitName: string;
}
export interface Letter {
  readonly subject: string;
  readonly text: string;
}

const longestSubject = 200;
const written = (day: string): string => day.split('-').reverse().join('/');
const linkTo = ({ answerId }: ReviewTold, origin: string): string =>
  `${origin}/work/review-answers/${answerId}`;

/** Vietnamese first, English below. @param origin address of this installation */
export function openingOf(told: ReviewTold, origin: string): Letter {
  const { title, intro, organiser, deadline, unitName } = told;
  const link = linkTo(told, origin);
  return {
    subject: `Đề nghị trả lời: ${title}`.slice(0, longestSubject),
    text: [
      `${organiser} gửi ${unitName} phiếu «${title}», trả lời chậm nhất hết ngày ${written(deadline)}.`,
      ...(intro === '' ? [] : [intro]),
      'Phiếu gồm cả kế hoạch tập huấn cho cán bộ vận hành của đơn vị. Lưu nháp và sửa được đến hết hạn:',
      link,
      '',
      `${organiser} asks ${unitName} to answer “${title}” by the end of ${written(deadline)}; the training plan of your`,
      `operators is part of it: ${link}`,
    ].join('\n'),
  };
}

/** To who has not handed in, some days before the end. */
export function reminderOf(told: ReviewTold, origin: string): Letter {
  const { title, organiser, deadline, unitName } = told;
  const link = linkTo(told, origin);
  return {
    subject: `Sắp hết hạn, ${unitName} chưa nộp: ${title}`.slice(0, longestSubject),
    text: [
      `${unitName} chưa nộp phiếu «${title}» của ${organiser}; hạn là hết ngày ${written(deadline)}.`,
      link,
      '',
      `${unitName} has not handed in “${title}” of ${organiser}, due by the end of ${written(deadline)}: ${link}`,
    ].join('\n'),
  };
}
