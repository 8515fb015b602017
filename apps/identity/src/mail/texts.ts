import type { MailKind } from '@diemcau/contracts/identity/mail';
import type { Language } from '@diemcau/contracts/identity/settings';

/** What a mail is made of. */
export interface MailParts {
  readonly displayName: string;
  readonly userName: string;
  /** Address of the installation. */
  readonly site: string;
  /** Where the mail leads; null when nowhere. */
  readonly link: string | null;
}

export interface MailText {
  readonly subject: string;
  readonly text: string;
}

/** What identity writes itself. */
export type OwnKind = Exclude<MailKind, 'meeting'>;

type Texts = Readonly<Record<OwnKind, (parts: MailParts) => MailText>>;

const vi: Texts = {
  passwordReset: ({ displayName, userName, link, site }) => ({
    subject: 'Điểm Cầu: đặt lại mật khẩu',
    text: `Kính gửi ${displayName},

Có người vừa yêu cầu đặt lại mật khẩu của tài khoản ${userName} trên ${site}.
Mở liên kết dưới đây trong vòng 30 phút để chọn mật khẩu mới; liên kết chỉ dùng được một lần:

${link ?? ''}

Nếu không phải bạn yêu cầu, hãy bỏ qua thư này: mật khẩu giữ nguyên.`,
  }),
  passwordChanged: ({ displayName, userName, site }) => ({
    subject: 'Điểm Cầu: mật khẩu đã thay đổi',
    text: `Kính gửi ${displayName},

Mật khẩu của tài khoản ${userName} trên ${site} vừa được thay đổi; các phiên đăng nhập khác đã kết thúc.

Nếu không phải bạn làm, hãy báo ngay cho cán bộ công nghệ thông tin của đơn vị.`,
  }),
  factorChanged: ({ displayName, userName, site }) => ({
    subject: 'Điểm Cầu: cách đăng nhập đã thay đổi',
    text: `Kính gửi ${displayName},

Yếu tố xác thực (ứng dụng xác thực, khoá truy cập hay mã dự phòng) của tài khoản ${userName} trên ${site} vừa thay đổi.

Nếu không phải bạn làm, hãy báo ngay cho cán bộ công nghệ thông tin của đơn vị.`,
  }),
  emailConfirmation: ({ displayName, userName, link, site }) => ({
    subject: 'Điểm Cầu: xác nhận địa chỉ e-mail',
    text: `Kính gửi ${displayName},

Tài khoản ${userName} trên ${site} muốn dùng địa chỉ e-mail này. Mở liên kết dưới đây trong vòng 30 phút để xác nhận:

${link ?? ''}

Nếu không phải bạn yêu cầu, hãy bỏ qua thư này: không có gì thay đổi.`,
  }),
  emailChanged: ({ displayName, userName, site }) => ({
    subject: 'Điểm Cầu: địa chỉ e-mail đã thay đổi',
    text: `Kính gửi ${displayName},

Tài khoản ${userName} trên ${site} vừa chuyển sang một địa chỉ e-mail khác; thư sau này không gửi đến địa chỉ này nữa.

Nếu không phải bạn làm, hãy báo ngay cho cán bộ công nghệ thông tin của đơn vị.`,
  }),
};

const en: Texts = {
  passwordReset: ({ displayName, userName, link, site }) => ({
    subject: 'Điểm Cầu: reset your password',
    text: `Dear ${displayName},

Somebody has just asked to reset the password of the account ${userName} at ${site}.
Open the link below within 30 minutes to choose a new password; it works once:

${link ?? ''}

If it was not you, ignore this mail: the password stays as it is.`,
  }),
  passwordChanged: ({ displayName, userName, site }) => ({
    subject: 'Điểm Cầu: your password was changed',
    text: `Dear ${displayName},

The password of the account ${userName} at ${site} has just been changed; other sessions have ended.

If it was not you, tell the IT operator of your unit at once.`,
  }),
  factorChanged: ({ displayName, userName, site }) => ({
    subject: 'Điểm Cầu: how you sign in has changed',
    text: `Dear ${displayName},

A second factor (authenticator app, passkey or recovery codes) of the account ${userName} at ${site} has just changed.

If it was not you, tell the IT operator of your unit at once.`,
  }),
  emailConfirmation: ({ displayName, userName, link, site }) => ({
    subject: 'Điểm Cầu: confirm your e-mail address',
    text: `Dear ${displayName},

The account ${userName} at ${site} wants to use this e-mail address. Open the link below within 30 minutes to confirm it:

${link ?? ''}

If it was not you, ignore this mail: nothing changes.`,
  }),
  emailChanged: ({ displayName, userName, site }) => ({
    subject: 'Điểm Cầu: your e-mail address was changed',
    text: `Dear ${displayName},

The account ${userName} at ${site} has just moved to another e-mail address; further mails will not come to this one.

If it was not you, tell the IT operator of your unit at once.`,
  }),
};

const languages: Readonly<Record<Language, Texts>> = { vi, en };

/** Both languages, the province's own first: whose language somebody reads is not known. */
export function mailText(kind: OwnKind, parts: MailParts, first: Language): MailText {
  const [own, other] = [languages[first], languages[first === 'vi' ? 'en' : 'vi']].map((texts) =>
    texts[kind](parts),
  );
  return { subject: own?.subject ?? '', text: `${own?.text}\n\n— — —\n\n${other?.text}\n` };
}
