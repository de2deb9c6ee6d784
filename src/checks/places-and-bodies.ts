import { isNameIn, type KnownName, knownInChinese, knownInEnglish, type NameSighting } from '../language/known-names.ts'
import type { Remark } from '../model/finding.ts'
import { remembering } from '../model/remembering.ts'
import { flatMapSteps, mapSteps, type Steps } from '../model/steps.ts'
import type { SegmentContext } from './check.ts'

/**
 * Names of places and bodies that one language alone has. A known place or body that the Chinese does not name, where the
 * English lacks another of the kind, has taken its place: a warning. Any other name that is added, and one that is missing,
 * is a note: English says what Chinese leaves to the context, and the other way round.
 */
export function* placesAndBodies(contexts: readonly SegmentContext[]): Steps<readonly Remark[]> {
  const remarks = yield* mapSteps(contexts, (context) => (context.target.trim() === '' ? [] : compared(context)))
  return yield* flatMapSteps(contexts, (_, at) => {
    const here = remarks[at] ?? []
    if (!here.some(({ severity }) => severity === 'note')) return here
    const near = [-2, -1, 1, 2].flatMap((shift) => contexts[at + shift] ?? [])
    return here.filter((remark) => !isBeside(remark, near))
  })
}

/** Whether a name that is added stands in the Chinese just before or after, or one that is missing in the English there ("the two regions"). */
function isBeside({ code, params }: Remark, near: readonly SegmentContext[]): boolean {
  if (code === 'name-added') {
    const names = knownInEnglish(params.en ?? '').flatMap((sighting) => sighting.names)
    return names.some((name) => near.some(({ source }) => isNameIn(source, name)))
  }
  if (code !== 'name-missing') return false
  const names = knownInChinese(params.zh ?? '').flatMap((sighting) => sighting.names)
  return near.some(({ target }) =>
    knownInEnglish(target).some((sighting) => sighting.names.some((name) => names.includes(name))),
  )
}

/** Each sentence is compared once, as long as nobody edits it. */
const compared = /* @__PURE__ */ remembering(comparedIn)

function comparedIn({ segment, source, target }: SegmentContext): readonly Remark[] {
  const english = knownInEnglish(target)
  const inEnglish = new Set(english.flatMap(({ names }) => names))
  const added = distinct(english.filter(({ names }) => !names.some((name) => isNameIn(source, name))))
  const missing = distinct(
    knownInChinese(source).filter(({ names }) => names.every((name) => name.isUnmistakable && !inEnglish.has(name))),
  )
  const findings: Remark[] = []
  for (const kind of ['place', 'body'] as const) {
    const [here, there] = [added, missing].map((sightings) => sightings.filter((sighting) => isOfKind(sighting, kind)))
    if (here === undefined || there === undefined) continue
    const exchanged = Math.min(here.length, there.length)
    for (const [index, { from, to }] of here.entries()) {
      const found = target.slice(from, to)
      const other = there[index]
      if (other === undefined) {
        findings.push({ code: 'name-added', severity: 'note', segment, target: { from, to }, params: { en: found } })
        continue
      }
      const expected = other.names[0]?.english[0] ?? ''
      findings.push({
        code: 'name-exchanged',
        severity: 'warning',
        segment,
        source: { from: other.from, to: other.to },
        target: { from, to },
        params: { zh: source.slice(other.from, other.to), expected, found },
        ...(here.length === 1 && there.length === 1 ? { fix: expected } : {}),
      })
    }
    for (const { from, to, names } of there.slice(exchanged)) {
      const params = { zh: source.slice(from, to), expected: names[0]?.english[0] ?? '' }
      findings.push({ code: 'name-missing', severity: 'note', segment, source: { from, to }, params })
    }
  }
  return findings
}

function isOfKind({ names }: NameSighting, kind: KnownName['kind']): boolean {
  return names[0]?.kind === kind
}

function distinct(sightings: readonly NameSighting[]): readonly NameSighting[] {
  return [...new Map(sightings.toReversed().map((sighting) => [sighting.names[0], sighting])).values()].reverse()
}
