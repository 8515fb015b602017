import { SpreadsheetFault } from './fault.js';

const startsWith = (bytes: Uint8Array, ...start: number[]): boolean =>
  start.every((byte, i) => bytes[i] === byte);

/** The name of the stream that holds an encrypted .xlsx, as OLE files spell it. */
const encryptedPackage = Buffer.from('EncryptedPackage', 'utf16le');

/**
 * Found from the content; what the file is called does not matter.
 * @throws SpreadsheetFault for everything that is neither
 */
export function contentKind(bytes: Uint8Array): 'zip' | 'csv' {
  if (bytes.length === 0) throw new SpreadsheetFault('empty');
  if (startsWith(bytes, 0x50, 0x4b, 0x03, 0x04)) return 'zip';
  if (startsWith(bytes, 0x50, 0x4b)) throw new SpreadsheetFault('notATable');
  if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)) {
    throw new SpreadsheetFault(
      Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).includes(encryptedPackage)
        ? 'password'
        : 'oldExcel',
    );
  }
  if (isForeign(bytes)) throw new SpreadsheetFault('notATable');
  return 'csv';
}

function isForeign(bytes: Uint8Array): boolean {
  const pdf = startsWith(bytes, 0x25, 0x50, 0x44, 0x46);
  const png = startsWith(bytes, 0x89, 0x50, 0x4e, 0x47);
  const jpeg = startsWith(bytes, 0xff, 0xd8, 0xff);
  const gif = startsWith(bytes, 0x47, 0x49, 0x46, 0x38);
  const rar = startsWith(bytes, 0x52, 0x61, 0x72, 0x21) || startsWith(bytes, 0x37, 0x7a, 0xbc, 0xaf);
  const gzip = startsWith(bytes, 0x1f, 0x8b);
  // Web pages and XML that call themselves .xls are a common export of old programs.
  const markup = /^\s*(<!doctype|<html|<\?xml|<table)/i.test(
    Buffer.from(bytes.subarray(0, 200)).toString('latin1').replace(/^ï»¿/, ''),
  );
  return pdf || png || jpeg || gif || rar || gzip || markup;
}
