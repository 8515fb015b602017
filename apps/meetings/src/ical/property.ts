/** TEXT of RFC 5545, 3.3.11: what separates is escaped, what cannot be shown is left out. */
export const text = (value: string): string =>
  value
    .replaceAll(/\r\n?/g, '\n')
    // Controls but for line breaks; surrogates that are alone.
    .replaceAll(/[^\P{Cc}\n]|\p{Cs}/gu, ' ')
    .replaceAll(/[\\;,]/g, String.raw`\$&`)
    .replaceAll('\n', String.raw`\n`);

/** The value of a parameter, quoted: it may hold anything but quotes and controls (3.2). */
export const parameter = (value: string): string => `"${value.replaceAll(/["\p{Cc}\p{Cs}]/gu, ' ').trim()}"`;
