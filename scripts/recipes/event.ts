import type { Recipe } from './recipe.ts'

const words = (language: string, text: string) => ({
  file: `locales/${language}/ui.json`,
  replace: '"comment-added":',
  by: `"segment-flagged": "${text}",\n    "comment-added":`,
})

/** A kind of event of a document: a person marks a segment for later. */
export const event: Recipe = {
  name: 'a kind of event',
  steps: [
    {
      place: 'its member in the union of events',
      edits: [
        {
          file: 'src/model/event.ts',
          replace: "  | { readonly type: 'segment-revised';",
          by: "  | { readonly type: 'segment-flagged'; readonly v: 1; readonly segment: string }\n  | { readonly type: 'segment-revised';",
        },
      ],
      lead: 'compiler',
      says: /the schema is not of this type|segment-flagged/,
    },
    {
      place: 'its schema',
      edits: [
        {
          file: 'src/schemas/event.ts',
          replace: "  event('segment-revised', { segment: text }),",
          by: "  event('segment-flagged', { segment: text }),\n  event('segment-revised', { segment: text }),",
        },
      ],
      lead: 'compiler',
      says: /schemas\/event\.ts/,
    },
    {
      place: 'its case in the fold',
      edits: [
        {
          file: 'src/review/fold-segment.ts',
          replace: "    case 'segment-returned':\n",
          by: "    case 'segment-flagged':\n      return segment\n    case 'segment-returned':\n",
        },
      ],
      lead: 'compiler',
      says: /fold-segment\.ts.*(?:lacks ending return|not all code paths)/i,
    },
    {
      place: 'its words in English',
      edits: [words('en', 'marked it')],
      lead: 'scripts/locales.test.ts',
      says: /segment-flagged/,
    },
    {
      place: 'its words in Chinese',
      edits: [words('zh-CN', '作了标记')],
      lead: 'scripts/locales.test.ts',
      says: /segment-flagged/,
    },
  ],
}
