/** Refuses to write what no XLIFF id can be: ids are given by the programme, so this is a fault. */
export function asId(id: string): string {
  if (!/^[\w.\-\u00b7\u00c0-\ud7ff]+$/.test(id)) throw new Error(`not an XML name token: ${JSON.stringify(id)}`)
  return id
}

/**
 * The id of an inline code in XLIFF, where it has to be unique in the unit. A code's own id is unique in its segment
 * only, and any string; `again` counts from 2 where the same code stands more than once.
 */
export function codeId(segment: string, id: string, again: number): string {
  const written = id === '' ? '__' : id.replace(/[^A-Za-z0-9-]/gu, (one) => `_${one.codePointAt(0)?.toString(16)}_`)
  return `${asId(segment)}.c.${written}${again > 1 ? `.${again}` : ''}`
}

/** A code's own id again; an id that was not made by `codeId` stays what it is. */
export function ownCodeId(segment: string, id: string): string {
  const start = `${segment}.c.`
  if (!id.startsWith(start)) return id
  const [written = ''] = id.slice(start.length).split('.')
  return written.replace(/_([0-9a-f]{0,6})_/g, (whole, hex: string) => {
    if (hex === '') return ''
    const point = Number.parseInt(hex, 16)
    return point <= 0x10ffff ? String.fromCodePoint(point) : whole
  })
}
