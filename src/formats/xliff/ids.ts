/** Returns a valid XLIFF id and throws for others: the programme makes the ids, so an invalid one is a fault. */
export function asId(id: string): string {
  if (!/^[\w.\-\u00b7\u00c0-\ud7ff]+$/.test(id)) throw new Error(`not an XML name token: ${JSON.stringify(id)}`)
  return id
}

/**
 * The id of an inline code in XLIFF, unique in its unit. A code's own id is unique in its segment only and can be any
 * string; `again` counts from 2 if the same code occurs more than once.
 */
export function codeId(segment: string, id: string, again: number): string {
  const written =
    id === '' ? '__' : id.replace(/[^A-Za-z0-9-]/gu, (character) => `_${character.codePointAt(0)?.toString(16)}_`)
  return `${asId(segment)}.c.${written}${again > 1 ? `.${again}` : ''}`
}

/**
 * The same for a code in any segment of a unit: other tools join and part segments, whose codes keep the ids that they
 * went out with.
 */
export function ownCodeIdIn(unit: string, id: string): string {
  const end = id.startsWith(`${unit}.`) ? id.indexOf('.c.', unit.length) : -1
  return end < 0 ? id : ownCodeId(id.slice(0, end), id)
}

/** The code's own id from an id of `codeId`; any other id is returned unchanged. */
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
