import type { SignInAnswer } from '@diemcau/contracts/identity/sessions';
import type { Command } from 'commander';
import { urlOf } from '../access/access.js';
import { askFor } from '../access/asking.js';
import { forgetLogin, loginFile, readLogin, writeLogin } from '../access/login-file.js';
import { loginOf } from '../access/login-tokens.js';
import { giveCode, signIn } from '../access/signing-in.js';
import { type Context, tell } from '../context.js';
import { Exit, exitCodes } from '../exit-codes.js';

export function loginCommands(program: Command, context: Context): void {
  const { say, env } = context;

  program
    .command('login')
    .argument('[userName]', say('tên đăng nhập; không ghi thì được hỏi', 'asked for unless given'))
    .description(
      say(
        'Đăng nhập; giữ phiên trong tệp chỉ mình bạn đọc được. Mật khẩu: gõ vào, hoặc DIEMCAU_PASSWORD',
        'Sign in; the session is kept in a file that only you can read. Password: typed, or DIEMCAU_PASSWORD',
      ),
    )
    .action(async (given?: string) => {
      const at = { url: urlOf(env, say), language: context.language };
      const userName = given ?? (await askFor(context, say('Tên đăng nhập: ', 'User name: ')));
      const password =
        env['DIEMCAU_PASSWORD'] || (await askFor(context, say('Mật khẩu: ', 'Password: '), { secret: true }));
      let { body, refreshToken } = await signIn(at, userName, password);
      if (body.challenge?.kind === 'totp') {
        const code = await askFor(context, say('Mã xác thực 6 số: ', 'Six-digit code: '));
        ({ body, refreshToken } = await giveCode(at, body.challenge.token, code));
      }
      if (!body.session || refreshToken === null) throw unfinished(context, body);
      writeLogin(env, loginOf(at.url, refreshToken, body.session.accessToken));
      const { displayName } = body.session.user;
      tell(context, body.session.user, say(`Xin chào ${displayName}.`, `Hello ${displayName}.`));
    });

  program
    .command('logout')
    .description(say('Đăng xuất và xoá tệp phiên', 'Sign out and delete the session file'))
    .action(async () => {
      const login = readLogin(env);
      if (login) {
        const cookie = `diemcau_refresh=${login.refreshToken}`;
        await fetch(`${login.url}/api/v1/sessions/current`, { method: 'DELETE', headers: { cookie } });
      }
      forgetLogin(env);
      tell(context, { file: loginFile(env) }, say('Đã đăng xuất.', 'Signed out.'));
    });
}

/** Choosing a password, and passkeys, need a browser. */
function unfinished({ say }: Context, { challenge }: SignInAnswer): Exit {
  return new Exit(
    exitCodes.signIn,
    say(
      `Cần làm một bước nữa trên trang web trước (${challenge?.kind ?? '?'}).`,
      `One more step has to be taken in a browser first (${challenge?.kind ?? '?'}).`,
    ),
  );
}
