import { ClientOf, contract, takes } from '../core/contract.js';
import { failures } from '../core/failure.js';
import { Id, Instant, Int, OneOf, Secret, Text } from '../core/fields.js';

/** What a file is for decides which kinds are taken. */
export const filePurposes = ['photo', 'document', 'thumbnail'] as const;
export type FilePurpose = (typeof filePurposes)[number];

const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const excel = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** By what the content is, whatever the sender says it were. Drawings that carry scripts (SVG) are never taken. */
export const fileKinds: Readonly<Record<FilePurpose, readonly string[]>> = {
  photo: ['image/jpeg', 'image/png', 'image/webp'],
  document: ['application/pdf', word, excel, 'image/jpeg', 'image/png'],
  thumbnail: ['image/jpeg', 'image/png', 'image/webp'],
};

/** Most bytes of a file in one message of the bus. */
export const filePartBytes = 192 * 1024;
/** Largest file taken, in bytes. */
export const fileMaxBytes = 20 * 1024 * 1024;

export class BeginFile {
  @OneOf(filePurposes, { example: 'photo' }) purpose: FilePurpose;
  /** As the sender calls it; shown to people, never a path. */
  @Text({ max: 200, example: 'phong-hop.jpg' }) name: string;
}
export class FileRef {
  @Id() fileId: string;
}
export class FilePart extends FileRef {
  /** From 0, without gaps; the same part twice is harmless. */
  @Int({ min: 0, max: 1000 }) sequence: number;
  /** Base64 of 1 to {@link filePartBytes} bytes. */
  @Secret({ max: (filePartBytes * 4) / 3 }) data: string;
}
export class FileWhole extends FileRef {
  /** How many parts were sent, and the bytes in all of them: what is not whole is refused. */
  @Int({ min: 0, max: 1000 }) parts: number;
  @Int({ min: 0, max: fileMaxBytes }) bytes: number;
}

/** A file that was kept whole. Until something refers to it, only its sender sees it, for a day. */
export class StoredFile {
  @Id() id: string;
  @OneOf(filePurposes) purpose: FilePurpose;
  @Text({ max: 200 }) name: string;
  /** Found in the content: `image/jpeg`. */
  @Text({ max: 120 }) mediaType: string;
  @Int({ min: 1, max: fileMaxBytes }) bytes: number;
  /** SHA-256 of the content, hexadecimal. */
  @Text({ max: 64 }) sha256: string;
  @Instant() uploadedAt: string;
}

export class FileRange extends FileRef {
  @Int({ min: 0, max: fileMaxBytes }) from: number;
}
export class FileBytes {
  /** Base64 of at most {@link filePartBytes} bytes; empty at the end. */
  @Secret({ min: 0, max: (filePartBytes * 4) / 3 }) data: string;
}

/**
 * Photos and documents of sites and meetings. Sent by whoever is signed in and keeps something they belong to; read by who
 * may see what they are attached to.
 */
export const Files = contract('meetings.files', {
  begin: takes(BeginFile).gives(FileRef),
  addPart: takes(FilePart),
  /** @throws `files.wrongKind`, `.incomplete`, `.empty`: nothing is kept */
  complete: takes(FileWhole).gives(StoredFile),
  /** Of an upload that broke off; a file that was kept stays. */
  cancel: takes(FileRef),
  find: takes(FileRef).gives(StoredFile),
  read: takes(FileRange).gives(FileBytes),
});
export class FilesClient extends ClientOf(Files) {}

export const fileErrors = failures('files', {
  notFound: { status: 404, vi: 'Không tìm thấy tệp', en: 'There is no such file' },
  wrongKind: {
    status: 415,
    vi: 'Loại tệp này không dùng được ở đây; xin xem các loại được nhận',
    en: 'This kind of file is not taken here; please see which kinds are',
  },
  damaged: {
    status: 400,
    vi: 'Tệp bị hỏng, không mở được',
    en: 'The file is damaged and cannot be opened',
  },
  empty: { status: 400, vi: 'Tệp rỗng', en: 'The file is empty' },
  incomplete: {
    status: 409,
    vi: 'Tệp chưa được gửi trọn vẹn; xin gửi lại',
    en: 'The file did not arrive whole; please send it again',
  },
  tooMany: {
    status: 429,
    vi: 'Bạn có quá nhiều tệp gửi dở hoặc chưa dùng; xin thử lại sau',
    en: 'Too many of your files are unfinished or unused; please try again later',
  },
  taken: {
    status: 409,
    vi: 'Tệp này đã thuộc về một mục khác; xin gửi lại tệp',
    en: 'This file belongs to something else already; please send it again',
  },
});
