/** A fault that the person at the keyboard can mend: shown as one sentence per language, never as a stack. */
export class OperatorError extends Error {
  readonly vi: string;

  constructor(texts: { vi: string; en: string }) {
    super(texts.en);
    this.name = 'OperatorError';
    this.vi = texts.vi;
  }
}

/** What the terminal shows for any error: both sentences when it is ours, the stack when it is a bug. */
export function explain(error: unknown): string {
  if (error instanceof OperatorError) return `✗ ${error.vi}\n  ${error.message}`;
  const known = fromSystemCall(error);
  if (known) return explain(known);
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

function fromSystemCall(error: unknown): OperatorError | undefined {
  if (!(error instanceof Error) || !('code' in error)) return undefined;
  const path = 'path' in error && typeof error.path === 'string' ? error.path : '';
  switch (error.code) {
    case 'ENOSPC':
    case 'EDQUOT':
      return new OperatorError({
        vi: `Hết chỗ trên đĩa${path && ` (${path})`}: hãy giải phóng ít nhất 3 GB rồi chạy lại.`,
        en: `The disk is full${path && ` (${path})`}: free at least 3 GB and run it again.`,
      });
    case 'ENOTDIR':
    case 'EEXIST':
      return new OperatorError({
        vi: `${path} không phải là thư mục: hãy sửa DIEMCAU_DATA hoặc DIEMCAU_CACHE.`,
        en: `${path} is not a folder: correct DIEMCAU_DATA or DIEMCAU_CACHE.`,
      });
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return new OperatorError({
        vi: `Không có quyền ghi hoặc đọc ${path || 'thư mục này'}: hãy đổi chủ sở hữu, hoặc đặt DIEMCAU_DATA tới một thư mục của bạn.`,
        en: `No right to write or read ${path || 'this folder'}: change its owner, or set DIEMCAU_DATA to a folder of yours.`,
      });
    default:
      return undefined;
  }
}
