import type { AppPackage } from '../app-package.ts';
import { error, type Finding } from '../finding.ts';

const EXTENSIONS =
  /\.(rar|zip|gzip|pdf|doc|docx|avi|bin|bz|bz2|csh|sh|jar|mp3|mpeg|odt|pptx|ppt|xls|xlsx|7z)$/i;

/** First bytes of the same types, for files that carry another name. */
const SIGNATURES: readonly (readonly [type: string, bytes: string])[] = [
  ['zip', 'PK\x03\x04'],
  ['gzip', '\x1f\x8b'],
  ['rar', 'Rar!\x1a\x07'],
  ['7z', '7z\xbc\xaf\x27\x1c'],
  ['bz2', 'BZh'],
  ['pdf', '%PDF-'],
  ['office', '\xd0\xcf\x11\xe0'],
  ['mp3', 'ID3'],
  ['mpeg', '\x00\x00\x01\xba'],
  ['sh', '#!/bin/sh'],
  ['csh', '#!/bin/csh'],
];

/** Rule 23 of the package check: file types that Zendesk refuses, by name or by content. */
export function checkFileTypes({ files }: AppPackage): readonly Finding[] {
  return [...files].flatMap(([path, content]) => {
    const type = EXTENSIONS.exec(path)?.[1] ?? typeByContent(content);
    return type === undefined
      ? []
      : [error('file-type', `${path} is of the type ${type}, which Zendesk refuses.`)];
  });
}

function typeByContent(content: Buffer): string | undefined {
  return SIGNATURES.find(([, bytes]) =>
    content.subarray(0, bytes.length).equals(Buffer.from(bytes, 'latin1')),
  )?.[0];
}
