/**
 * The rules that mark a sentence and its translation while either is pointed at, focused or linked to: one for each
 * place in a block of up to `longest` sentences. In eights, so that most documents share one style sheet.
 */
export function highlights(longest: number): string {
  const places = Array.from({ length: Math.ceil(longest / 8) * 8 }, (_, i) => `.s:nth-child(${i + 1})`)
  const pairs = places.map((place) => `.r:has(${place}:is(:hover,:focus-within,:target)) ${place}`)
  return `@media screen{${pairs.join(',')}{background:var(--mark);box-shadow:var(--halo)}}`
}
