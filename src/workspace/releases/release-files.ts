import type { Block, Part } from '../../model/document.ts'
import { inlineOf } from '../../model/inline.ts'
import { documentOrigin } from '../../model/match.ts'
import type { Release, ReleaseBlock, ReleaseRow } from '../../model/release.ts'
import type { SegmentState } from '../../model/state.ts'
import type { Formats } from '../../ports/format.ts'

/** The files of a release for other tools: XLIFF 2.1 and TMX 1.4, with exactly the signed texts. */
export async function releaseFiles(
  { exports: { xliff, tmx } }: Formats,
  release: Release,
): Promise<{ readonly xlf: string; readonly tmx: string }> {
  const { document: id, rows, signOff } = release
  const byBlock = Map.groupBy(rows, ({ block }) => block)
  const document = {
    id,
    title: release.title.source,
    sourceLanguage: release.source.language,
    targetLanguage: 'en',
    origin: release.source.origin,
    blocks: release.blocks.map((block) => blockOf(block, byBlock.get(block.id) ?? [])),
  } as const
  const state = {
    document,
    imported: { by: release.by, at: release.at },
    segments: new Map(rows.map((row) => [row.id, segmentOf(row)])),
    tombstones: {},
    signOff,
    touchedSinceSignOff: false,
    releases: [],
    sequence: 0,
    head: signOff.binding.head,
  }
  const pairs = rows.map(({ source, target }, index) => ({
    source,
    target,
    before: rows[index - 1]?.source ?? '',
    after: rows[index + 1]?.source ?? '',
    origin: documentOrigin(id),
  }))
  const none = new Map<string, never>()
  const decoder = new TextDecoder()
  return {
    xlf: decoder.decode(await xliff.write({ state, terms: none, matches: none, names: none })),
    tmx: decoder.decode(await tmx.write(pairs)),
  }
}

function blockOf({ id, kind, level, speaker }: ReleaseBlock, rows: readonly ReleaseRow[]): Block {
  const parts = rows.flatMap((row): readonly Part[] => {
    const segment = { type: 'segment', id: row.id, source: inlineOf(row.source) } as const
    return row.after === '' ? [segment] : [segment, { type: 'ignorable', source: row.after }]
  })
  return { id, kind, parts, ...(level !== undefined && { level }), ...(speaker !== undefined && { speaker }) }
}

function segmentOf(row: ReleaseRow): SegmentState {
  return {
    id: row.id,
    block: row.block,
    source: inlineOf(row.source),
    target: inlineOf(row.target),
    state: 'final',
    version: 0,
    // A release names people; ids are internal to the workspace.
    authors: [row.translated.name],
    translated: { by: row.translated.name, at: row.translated.at },
    revised: { by: row.revised.name, at: row.revised.at },
    ...(row.revisedAgain && { revisedAgain: row.revisedAgain.map(({ name, at }) => ({ by: name, at })) }),
    waivers: [],
    comments: [],
  }
}
