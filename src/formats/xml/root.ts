/** Bytes in which the root of an XML file is looked for. */
const headLength = 4096

/** The local name of the root element of an XML file in any encoding that writes ASCII as itself, or UTF-16; null for other files. */
export function rootName(bytes: Uint8Array): string | null {
  const head = String.fromCharCode(...bytes.subarray(0, headLength))
    .replace(/^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)/, '')
    .replaceAll('\0', '')
  const prolog = /^(?:\s|<\?[\s\S]*?\?>|<!--[\s\S]*?-->|<!DOCTYPE[^>[]*>)*/.exec(head)?.[0] ?? ''
  return /^<(?:[\w.-]+:)?([A-Za-z_][\w.-]*)[\s/>]/.exec(head.slice(prolog.length))?.[1] ?? null
}
