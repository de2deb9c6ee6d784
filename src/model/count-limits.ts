/**
 * How many there may be of what people can add without end. They are far above what an office has, and below what would
 * make a start, a page or another person's work slow.
 */
export const countLimits = {
  /** Comments on one segment, those resolved among them. */
  segmentComments: 500,
  /** Suggestions for one segment, those settled among them. */
  segmentSuggestions: 200,
  /** Issues and assessments of one segment, each. */
  segmentIssues: 200,
  /** Samples of one document. */
  samples: 100,
  /** Assignments of one document at a time. */
  assignments: 200,
  documents: 20_000,
  /** People, those deactivated among them. */
  people: 2_000,
  /** Terms, those retired among them. */
  terms: 250_000,
  /** Forms that were dismissed as candidates. */
  dismissedForms: 100_000,
  /** Imported memories, each of as many pairs as `fileLimits.units` has. */
  memories: 500,
  /** Documents that one person listens to at once: windows of a browser, and programmes. */
  streams: 50,
  /** Sessions of one person; with one more, the one that would end first ends. */
  sessions: 30,
} as const
