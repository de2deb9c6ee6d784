import { foldLookalikes } from '../language/text/fold.ts'
import type { Finding } from '../model/finding.ts'
import type { SegmentContext } from './check.ts'

/** A segment with its texts as they look, and the mapping of its findings back to the texts as they are. */
export interface Look {
  readonly context: SegmentContext
  /** A finding about the texts as they look, at its place in the texts as they are. */
  readonly placed: <F extends Finding>(finding: F) => F
}

/** A segment without invisible characters and look-alikes, so that checks need not handle them. */
export function lookOf(context: SegmentContext): Look {
  const source = foldLookalikes(context.source)
  const target = foldLookalikes(context.target)
  if (source.text === context.source && target.text === context.target) return { context, placed: (finding) => finding }
  return {
    context: {
      ...context,
      source: source.text,
      target: target.text,
      terms: context.terms.map((occurrence) => ({ ...occurrence, ...source.within(occurrence) })),
    },
    placed: (finding) => ({
      ...finding,
      ...(finding.source && { source: source.spanOf(finding.source) }),
      ...(finding.target && { target: target.spanOf(finding.target) }),
    }),
  }
}
