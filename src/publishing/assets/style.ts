import { appendixStyle } from './style-appendix.ts'
import { base } from './style-base.ts'
import { printStyle } from './style-print.ts'
import { textStyle } from './style-text.ts'

/** One style sheet for all pages of a release whose longest block has `most` sentences. */
export function styleSheet(most: number): string {
  return [base, ratios(), textStyle, pairs(most), appendixStyle, printStyle].join('').replace(/\n\s*/g, '')
}

/** The class names a page may have for the width of its English column. */
function ratios(): string {
  return Array.from({ length: 8 }, (_, i) => `.c${10 + i}{--r:${(10 + i) / 10}fr}`).join('')
}

/**
 * What pairs a sentence with its translation when it is pointed at, focused or linked to: one rule for each place in a
 * block. In eights, so that most documents share one style sheet.
 */
function pairs(most: number): string {
  const places = Array.from({ length: Math.ceil(most / 8) * 8 }, (_, i) => `.s:nth-child(${i + 1})`)
  const paired = places.map((place) => `.r:has(${place}:is(:hover,:focus-within,:target)) ${place}`)
  return `@media screen{${paired.join(',')}{background:var(--mark);box-shadow:var(--halo)}}`
}
