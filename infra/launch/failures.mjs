import { projectDir } from './paths.mjs';
import { fail } from './say.mjs';

/**
 * Ends with what npm's or pnpm's output means for the person at the keyboard.
 *
 * @param {string} output
 * @returns {never}
 */
export function explainFailure(output) {
  if (/ENOSPC|no space left/i.test(output)) {
    fail(
      'Hết chỗ trên đĩa: hãy giải phóng ít nhất 3 GB rồi chạy lại.',
      'The disk is full: free at least 3 GB and try again.',
    );
  }
  if (/EACCES|EPERM|EROFS|permission denied/i.test(output)) {
    fail(
      `Không có quyền ghi trong ${projectDir} hoặc trong bộ đệm npm: hãy đổi chủ sở hữu thư mục rồi chạy lại.`,
      `No right to write in ${projectDir} or in npm's cache: change the folder's owner and try again.`,
    );
  }
  if (
    /ENOTFOUND|EAI_AGAIN|ETIMEDOUT|ECONNREFUSED|ECONNRESET|ENETUNREACH|ERR_PNPM_META_FETCH_FAIL/.test(output)
  ) {
    fail(
      'Không tới được kho npm: hãy kiểm tra mạng (hoặc "npm config get registry", proxy) rồi chạy lại.',
      'The npm registry cannot be reached: check the network (or "npm config get registry", the proxy) and try again.',
    );
  }
  if (/ERR_PNPM_OUTDATED_LOCKFILE|ERR_PNPM_PACKAGE_MANAGER_NO_IMPORTER/.test(output)) {
    fail(
      `pnpm-lock.yaml không khớp với package.json: hãy chạy "npx pnpm install".`,
      `pnpm-lock.yaml does not match a package.json: run "npx pnpm install".`,
    );
  }
  process.stderr.write(`${output.trimEnd().split('\n').slice(-25).join('\n')}\n`);
  fail(
    'Không cài được các gói npm; nguyên nhân ở trên.',
    'The npm packages could not be installed; the reason is above.',
  );
}
