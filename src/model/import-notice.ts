/** What an importer is told of a file that was read. The words for each are in `locales/<language>/notices.json`. */
export const importNoticeCodes = [
  'traditional',
  'encoding',
  'lines-joined',
  'characters-invisible',
  'characters-alike',
  'scripts-mixed',
  'changes-accepted',
  'comments-unread',
  'pictures-unread',
  'plurals-lonely',
  'page-parts-left',
  'language-other',
  'column-read',
  'columns-unread',
  'chinese-there',
  'cells-whole',
  'formulas-stay',
  'rows-above',
  'cells-split',
  'sheets-unread',
  'units-locked',
  'english-brought',
  'targets-undivided',
  'matches-left',
  'terms-left',
] as const
export type ImportNoticeCode = (typeof importNoticeCodes)[number]

/** One thing that an importer is told. `params` fill its words; a `count` is a number in decimal digits. */
export interface ImportNotice {
  readonly code: ImportNoticeCode
  readonly params: Readonly<Record<string, string>>
}

export function notice(code: ImportNoticeCode, params: ImportNotice['params'] = {}): ImportNotice {
  return { code, params }
}
