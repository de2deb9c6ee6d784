import type { Link } from '../../../../src/alignment/alignment.ts'
import { isSure } from '../../../../src/alignment/sure.ts'

/** A link of an alignment while it is mended. Those of a person are as certain as that person. */
export interface MendedLink extends Link {
  readonly by: 'aligner' | 'person'
}

export type Links = readonly MendedLink[]

/** What the line of a link says: two things tie it, one does, none or something speaks against it, or it has one side. */
export type Confidence = 'sure' | 'likely' | 'doubtful' | 'alone' | 'hand'

export function linksOf(links: readonly Link[]): Links {
  return links.map((link) => ({ ...link, by: 'aligner' }))
}

export function confidenceOf(link: MendedLink): Confidence {
  if (link.zh.length === 0 || link.en.length === 0) return 'alone'
  if (link.by === 'person') return 'hand'
  if (!isSure(link)) return 'doubtful'
  const ties = link.reasons.filter((reason) => reason !== 'length' && reason !== 'length-differs')
  return ties.length > 1 ? 'sure' : 'likely'
}

function byHand(zh: readonly number[], en: readonly number[]): MendedLink {
  return { zh, en, score: zh.length > 0 && en.length > 0 ? 1 : 0, reasons: [], by: 'person' }
}

function replaced(links: Links, at: number, count: number, ...by: readonly MendedLink[]): Links {
  const filled = by.filter(({ zh, en }) => zh.length + en.length > 0)
  return [...links.slice(0, at), ...filled, ...links.slice(at + count)]
}

/** A person says that a link is right as it is. */
export function confirmed(links: Links, at: number): Links {
  const link = links[at]
  return link === undefined || link.by === 'person' ? links : replaced(links, at, 1, byHand(link.zh, link.en))
}

/** A link and the one after it as one. */
export function joined(links: Links, at: number): Links {
  const [first, second] = [links[at], links[at + 1]]
  if (!first || !second) return links
  return replaced(links, at, 2, byHand([...first.zh, ...second.zh], [...first.en, ...second.en]))
}

/** The first sentence of each side, and the rest; a link of one sentence a side is parted into its sides. */
export function split(links: Links, at: number): Links {
  const link = links[at]
  if (!link || link.zh.length + link.en.length < 2) return links
  const { zh, en } = link
  if (zh.length === 1 && en.length === 1) return unlinked(links, at)
  return replaced(links, at, 1, byHand(zh.slice(0, 1), en.slice(0, 1)), byHand(zh.slice(1), en.slice(1)))
}

/** Every sentence of a link by itself. */
export function unlinked(links: Links, at: number): Links {
  const link = links[at]
  if (!link || link.zh.length + link.en.length < 2) return links
  return replaced(
    links,
    at,
    1,
    ...link.zh.map((place) => byHand([place], [])),
    ...link.en.map((place) => byHand([], [place])),
  )
}

/** A sentence of a link, with those between it and the neighbour, goes to that neighbour. */
export function moved(links: Links, at: number, side: 'zh' | 'en', index: number, by: 1 | -1): Links {
  const [link, neighbour] = [links[at], links[at + by]]
  if (!link || !neighbour || link[side][index] === undefined) return links
  const cut = by === 1 ? index : index + 1
  const [before, after] = [link[side].slice(0, cut), link[side].slice(cut)]
  const left = { ...link, [side]: by === 1 ? before : after }
  const taken = { ...neighbour, [side]: by === 1 ? [...after, ...neighbour[side]] : [...neighbour[side], ...before] }
  const [a, b] = [byHand(left.zh, left.en), byHand(taken.zh, taken.en)]
  return by === 1 ? replaced(links, at, 2, a, b) : replaced(links, at - 1, 2, b, a)
}

export interface Counts {
  readonly doubtful: number
  readonly alone: number
  readonly hand: number
  readonly ready: number
}

/** How many links are what; `ready` are those that may go into the memory. */
export function countsOf(links: Links, differs: (link: MendedLink) => boolean): Counts {
  const count = (confidence: Confidence) => links.filter((link) => confidenceOf(link) === confidence).length
  return {
    doubtful: count('doubtful'),
    alone: count('alone'),
    hand: links.filter(({ by }) => by === 'person').length,
    ready: links.filter((link) => isReady(link, differs)).length,
  }
}

/** Whether a pair may go into the memory: it has both sides, is not in doubt, and its figures agree. */
export function isReady(link: MendedLink, differs: (link: MendedLink) => boolean): boolean {
  const confidence = confidenceOf(link)
  return confidence !== 'alone' && confidence !== 'doubtful' && !differs(link)
}
