import { definition } from 'micromark-core-commonmark'
import type { Construct, Extension, State } from 'micromark-util-types'

const addressStart = /^(?:(?:https?|ftp|file|mailto|tel|data):|[a-z][a-z0-9+.-]*:\/\/|\/|\.{1,2}\/|[#?]\S)/i
const closingTag = /^<\/[a-z][a-z0-9]*>$/i
const fileName = /^[\w.~%+@-]+(?:\/[\w.~%+@-]+)*\.[a-z][a-z0-9]{0,9}(?:[?#]\S*)?$/i
const knownFile =
  /\.(?:png|jpe?g|gif|svg|webp|bmp|pdf|docx?|xlsx?|pptx?|wps|html?|md|txt|csv|zip|rar|mp[34])(?:[?#].*)?$/i

/**
 * Whether what follows `[label]:` is an address. Chinese has no blank after a colon, so that by CommonMark any line of
 * text in this form would be a link definition, and vanish.
 */
export function isAddress(destination: string): boolean {
  const inside = /^<(.*)>$/s.exec(destination)?.[1] ?? destination
  if (closingTag.test(destination)) return false
  return addressStart.test(inside) || fileName.test(inside) || knownFile.test(inside)
}

/** Link definitions of CommonMark whose destination is an address; other lines in their form are text. */
const definitionOfAddress: Construct = {
  name: 'definitionOfAddress',
  tokenize(effects, ok, nok) {
    const { events, parser } = this
    const from = events.length
    const judged: State = (code) => {
      const destination = this.events
        .slice(from)
        .find(([kind, { type }]) => kind === 'enter' && type === 'definitionDestination')
      if (destination !== undefined && isAddress(this.sliceSerialize(destination[1]))) return ok(code)
      // The construct has noted the label as defined.
      parser.defined.pop()
      return nok(code)
    }
    return definition.tokenize.call(this, effects, judged, nok)
  },
}

/** Reads link definitions only where they have an address. */
export const definitionsWithAddress: Extension = {
  disable: { null: ['definition'] },
  contentInitial: { 91: definitionOfAddress },
}
