import type { Term } from '../model/term.ts'
import type { AlignmentSegment, Link } from './alignment.ts'
import { anchorsOf } from './anchors.ts'
import { type Band, bandAround, type Point } from './band.ts'
import { learn } from './dictionary.ts'
import { createJudge } from './judge.ts'
import { modelOf } from './model.ts'
import { bestPath, isLinked, type Step } from './path.ts'
import { type ReadTexts, readTexts } from './read.ts'
import { type Group, isPair } from './sentence.ts'

/** How often the links found are used to learn from. */
const rounds = 2
/** Up to so many pairs of segments every one is looked at. */
const mostInFull = 90_000

/**
 * Links the segments of a Chinese text with those of its English translation. Each segment is in exactly one link, and
 * the links are in the order of both texts. Links are judged by length (Gale and Church 1993), figures, terms, names,
 * marks, common words, and by words that the texts themselves show to belong together (Moore 2002). Time and memory
 * grow about linearly with the texts. Total and deterministic.
 */
export function align(
  zh: readonly AlignmentSegment[],
  en: readonly AlignmentSegment[],
  terms: readonly Term[],
): readonly Link[] {
  const texts = readTexts(zh, en, terms)
  const anchors = anchorsOf(texts)
  const anchored = anchors.map(([a, b]) => ({ zh: texts.zh.slice(a, a + 1), en: texts.en.slice(b, b + 1) }))
  let model = modelOf(texts, texts.entries, [], anchored)
  let path = bestPath(model, firstBand(anchors, zh.length, en.length))
  for (let round = 0; round < rounds; round++) {
    const groups = path.map((step) => groupOf(texts, step))
    const entries = [...texts.entries, ...learn(groups.filter(isPair), texts)]
    model = modelOf(texts, entries, groups)
    path = bestPath(model, bandAlong(path, zh.length, en.length))
  }
  return path.map(createJudge(zh, en, texts, model.ratio))
}

function groupOf({ zh, en }: ReadTexts, { zhFrom, zhTo, enFrom, enTo }: Step): Group {
  return { zh: zh.slice(zhFrom, zhTo), en: en.slice(enFrom, enTo) }
}

function firstBand(anchors: readonly Point[], zhCount: number, enCount: number): Band {
  if (zhCount * enCount <= mostInFull) return bandAround([], zhCount, enCount, () => enCount)
  // Both where an anchor's segments begin and where they end.
  const points = anchors.flatMap(([zh, en]): readonly Point[] => [
    [zh, en],
    [zh + 1, en + 1],
  ])
  return bandAround(points, zhCount, enCount, (distance) => Math.min(400, 30 + distance / 2))
}

function bandAlong(path: readonly Step[], zhCount: number, enCount: number): Band {
  const points = path.filter(isLinked).flatMap(({ zhFrom, zhTo, enFrom, enTo }): readonly Point[] => [
    [zhFrom, enFrom],
    [zhTo, enTo],
  ])
  return bandAround(points, zhCount, enCount, (distance) => 12 + Math.min(400, distance))
}
