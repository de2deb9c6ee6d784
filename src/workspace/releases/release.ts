import { isSegment, titleBlockOf } from '../../model/document.ts'
import type { ChainHead } from '../../model/head.ts'
import { plain } from '../../model/inline.ts'
import type { People } from '../../model/people.ts'
import type { Erratum, Release, ReleaseRow, ReleaseTerm } from '../../model/release.ts'
import type { PublishingSettings } from '../../model/settings.ts'
import type { SignOff } from '../../model/signoff.ts'
import type { DocumentState, Stamp } from '../../model/state.ts'
import { preferredRendering, type Term } from '../../model/term.ts'
import { revisionsOf } from '../../review/four-eyes.ts'
import { presentSegment } from '../../review/segments.ts'
import { type PublicName, type PublishedAct, publicNames } from '../core/public-names.ts'
import type { Analysis } from '../documents/analysis.ts'
import { originLabel } from '../documents/origin-label.ts'
import { waivedFindings } from '../signing/waivers-in-force.ts'

/** What the release follows, what was read when it was made, and what the office publishes. */
interface Circumstances {
  readonly last: Release | undefined
  readonly heads: readonly ChainHead[]
  readonly publishing: PublishingSettings
}

/** Makes the next release of a signed document: its texts, the people responsible, and the differences from `last`. */
export function releaseOf(
  state: DocumentState & { readonly signOff: SignOff },
  analysis: Analysis,
  people: People,
  { at, by, last, heads, publishing }: Stamp & Circumstances,
): Release {
  const nameFor = publicNames(people, publishing)
  const rows = rowsOf(state, nameFor)
  return {
    document: state.document.id,
    number: (last?.number ?? 0) + 1,
    at,
    by: nameFor(by, 'approver'),
    title: titleOf(state, rows),
    source: { language: state.document.sourceLanguage, origin: state.document.origin },
    blocks: state.document.blocks.map(({ id, kind, level, speaker }) => ({
      id,
      kind,
      ...(level !== undefined && { level }),
      ...(speaker !== undefined && { speaker }),
    })),
    rows,
    terms: publishedTerms(analysis.terms, publishing.proposedTerms),
    // The figures as signed: later confirmations belong to the sheet of the next signature.
    figures: state.signedFigures ?? analysis.figures.atOnce(),
    waivers: waivedFindings(state, analysis.findings.atOnce(), state.signOff.binding.singlePerson).map(
      ({ finding, waiver }) => ({
        segment: finding.segment,
        code: finding.code,
        reason: waiver.reason,
        name: nameFor(waiver.by, 'reviser'),
        at: waiver.at,
      }),
    ),
    errata: last === undefined ? [] : errataOf(last.rows, rows),
    signOff: state.signOff,
    heads,
  }
}

/** The terms of a published glossary: the approved ones, and the proposed ones where the office publishes them. */
function publishedTerms(terms: readonly Term[], withProposed: boolean): readonly ReleaseTerm[] {
  return terms.flatMap(({ status, ...term }) => {
    if (status === 'retired' || (status === 'proposed' && !withProposed)) return []
    const { id, source, publicNote = '', authority, authorityBody, authorityDate, authorityPlace } = term
    return [
      {
        id,
        source: source[0] ?? '',
        target: preferredRendering({ status, ...term }),
        status,
        note: publicNote,
        authority,
        ...(authorityBody !== undefined && { authorityBody }),
        ...(authorityDate !== undefined && { authorityDate }),
        ...(authorityPlace !== undefined && { authorityPlace }),
      },
    ]
  })
}

/** Of revisions, those by which the document is signed. */
function rowsOf(state: DocumentState & { readonly signOff: SignOff }, nameFor: PublicName): readonly ReleaseRow[] {
  return state.document.blocks.flatMap((block) =>
    block.parts.flatMap((part, index) => {
      if (!isSegment(part)) return []
      const segment = presentSegment(state, part.id)
      const next = block.parts[index + 1]
      const [first = segment.revised, ...later] = revisionsOf(segment, state.signOff.binding.singlePerson)
      const named = (stamp: Stamp | undefined, act: PublishedAct) => {
        if (stamp === undefined) throw new Error(`segment ${part.id} was signed, but nobody stands by it`)
        return { name: nameFor(stamp.by, act), at: stamp.at }
      }
      return [
        {
          id: part.id,
          block: block.id,
          source: plain(part.source),
          target: plain(segment.target),
          after: next?.type === 'ignorable' ? next.source : '',
          translated: named(segment.translated, 'translator'),
          revised: named(first, 'reviser'),
          ...(later.length > 0 && { revisedAgain: later.map((stamp) => named(stamp, 'reviser')) }),
          ...(segment.draft && { draft: originLabel(segment.draft) }),
        },
      ]
    }),
  )
}

/** The title of the document in both languages. */
function titleOf({ document }: DocumentState, rows: readonly ReleaseRow[]): Release['title'] {
  const block = titleBlockOf(document.blocks)
  const titleRows = rows.filter((row) => row.block === block?.id)
  return {
    source: titleRows.map(({ source, after }, index) => source + (index < titleRows.length - 1 ? after : '')).join(''),
    target: titleRows.map(({ target }) => target).join(' '),
  }
}

/** The differences between two releases by segment, in the order of the later one; removed segments come last. */
function errataOf(before: readonly ReleaseRow[], after: readonly ReleaseRow[]): readonly Erratum[] {
  const old = new Map(before.map((row) => [row.id, row]))
  const remainingIds = new Set(after.map(({ id }) => id))
  const errata: Erratum[] = []
  for (const { id, source, target } of after) {
    const was = old.get(id)
    if (was === undefined) errata.push({ segment: id, change: 'added', before: '', after: target })
    else {
      if (was.source !== source) errata.push({ segment: id, change: 'source', before: was.source, after: source })
      if (was.target !== target) errata.push({ segment: id, change: 'target', before: was.target, after: target })
    }
  }
  for (const { id, target } of before) {
    if (!remainingIds.has(id)) errata.push({ segment: id, change: 'removed', before: target, after: '' })
  }
  return errata
}
