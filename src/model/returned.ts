/**
 * Why the English of a row that came back is not taken. `altered`: its Chinese is not what went out; `changed-here`: that
 * of the document is another since; `removed`: the segment was split, joined or left out since; `unknown`: the document
 * did not have it; `doubled`: it came back more than once; `emptied`: it went out with English and came back without;
 * `missing`: it went out and did not come back; `merged`: it came back in one row with others, or with cells that are one;
 * `cut`: a part of it stands in a row without a number; `codes`: an inline code of it is lost, doubled, foreign or crossed.
 */
export const rowProblemNames = [
  'altered',
  'changed-here',
  'removed',
  'unknown',
  'doubled',
  'emptied',
  'missing',
  'merged',
  'cut',
  'codes',
] as const
export type RowProblemName = (typeof rowProblemNames)[number]
