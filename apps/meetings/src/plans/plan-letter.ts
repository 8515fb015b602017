/** What letters about a plan say of it. */
export interface PlanTold {
  readonly id: string;
  readonly title: string;
  readonly unitName: string;
  readonly seriesCount: number;
}

const longestSubject = 200;

const pageOf = (origin: string, { id }: PlanTold): string => `${origin}/work/plans/${id}`;

/** To who may approve it; Vietnamese first, English below. @param origin address of this installation */
export function submittedLetter(told: PlanTold, origin: string) {
  const { title, unitName, seriesCount } = told;
  const link = pageOf(origin, told);
  return {
    subject: `Chờ duyệt kế hoạch: ${title}`.slice(0, longestSubject),
    text: [
      `${unitName} trình kế hoạch «${title}», gồm ${seriesCount} chuỗi cuộc họp. Các cuộc họp chỉ được lập khi kế hoạch được duyệt.`,
      'Xin duyệt hoặc trả lại tại:',
      link,
      '',
      `${unitName} has submitted the plan “${title}” with ${seriesCount} series of meetings, which are made only once it is approved. Please approve or return it: ${link}`,
    ].join('\n'),
  };
}

/** To who made it. */
export function approvedLetter(told: PlanTold, origin: string) {
  const link = pageOf(origin, told);
  return {
    subject: `Đã duyệt kế hoạch: ${told.title}`.slice(0, longestSubject),
    text: [
      `Kế hoạch «${told.title}» đã được duyệt. Từ nay các cuộc họp của kế hoạch được lập tự động.`,
      link,
      '',
      `The plan “${told.title}” was approved. From now on its meetings are made by themselves: ${link}`,
    ].join('\n'),
  };
}

/** To who made it. @param comment what is to be changed */
export function returnedLetter(told: PlanTold, comment: string, origin: string) {
  const link = pageOf(origin, told);
  return {
    subject: `Kế hoạch bị trả lại: ${told.title}`.slice(0, longestSubject),
    text: [
      `Kế hoạch «${told.title}» được trả lại để sửa: ${comment}`,
      'Xin sửa và trình lại tại:',
      link,
      '',
      `The plan “${told.title}” was returned for changes: ${comment}. Please change and submit it again: ${link}`,
    ].join('\n'),
  };
}
