/**
 * The room's name in what somebody typed or pasted: `thanh-hoa`, `/r/thanh-hoa`, a whole address, or «Thanh Hoá».
 * Null when there is none.
 */
export function slugIn(typed: string): string | null {
  const [, afterRoom = typed] = /\/r\/([^/?#]+)/.exec(typed) ?? [];
  const plain = afterRoom
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[đĐ]/g, 'd')
    .trim()
    .toLowerCase()
    .replaceAll(/[\s_]+/g, '-');
  return /^[a-z0-9]+(-[a-z0-9]+)*$/.test(plain) && plain.length >= 2 && plain.length <= 60 ? plain : null;
}
