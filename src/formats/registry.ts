import type { Formats } from '../ports/format.ts'
import { countsFormat } from './counts/counts.ts'
import { csvFormat, figuresFormat, qualityFormat } from './csv/csv.ts'
import { docxFormat } from './docx/docx.ts'
import { htmlFormat } from './html/html.ts'
import { i18nextFormat } from './i18next/i18next.ts'
import { jsonFormat } from './json/json.ts'
import { markdownFormat } from './markdown/markdown.ts'
import { mhtmlFormat } from './mhtml/mhtml.ts'
import { refusalOfOthers } from './others.ts'
import { jsonLinesFormat, tabsFormat } from './pairs/lines.ts'
import { bilingualColumnsFormat, bilingualFormat } from './reading-copy/bilingual.ts'
import { englishHtmlFormat } from './reading-copy/english-html.ts'
import { englishMarkdownFormat } from './reading-copy/english-markdown.ts'
import { englishTextFormat } from './reading-copy/english-text.ts'
import { returnedReviewPage, reviewPageFormat } from './review-page/review-page.ts'
import { returnedReviewTable, reviewTableFormat } from './review-table/review-table.ts'
import { revisionsFormat, revisionTableFormat } from './revisions/revisions.ts'
import { csvSheetFormat } from './sheet/csv-sheet.ts'
import { xlsxSheetFormat } from './sheet/xlsx-sheet.ts'
import { tbxFormat } from './tbx/tbx.ts'
import { textFormat } from './text/text.ts'
import { tmxFormat, tmxPairsFormat } from './tmx/tmx.ts'
import { bilingualXliff, returnedXliff, xliffFormat, xliffOneFormat } from './xliff/xliff.ts'
import { xlsxFormat } from './xlsx/xlsx.ts'

/**
 * Every format, and with it every file ending that is accepted or written: page, server and command line look it up
 * here. A new format is a folder beside this file and a line in it.
 */
export const formats = {
  documents: [
    textFormat,
    markdownFormat,
    docxFormat,
    htmlFormat,
    mhtmlFormat,
    csvSheetFormat,
    xlsxSheetFormat,
    i18nextFormat,
    bilingualXliff,
  ],
  memories: [tmxFormat],
  glossaries: [csvFormat, xlsxFormat, tbxFormat],
  pairs: [jsonLinesFormat, tabsFormat, tmxPairsFormat, xliffFormat],
  returns: [returnedXliff, returnedReviewTable, returnedReviewPage],
  exports: {
    xliff: xliffFormat,
    'xliff-1.2': xliffOneFormat,
    tmx: tmxFormat,
    json: jsonFormat,
    figures: figuresFormat,
    quality: qualityFormat,
    'review-table': reviewTableFormat,
    'review-page': reviewPageFormat,
    revisions: revisionsFormat,
    'revisions-table': revisionTableFormat,
    counts: countsFormat,
    bilingual: bilingualFormat,
    'bilingual-columns': bilingualColumnsFormat,
    'english-text': englishTextFormat,
    'english-markdown': englishMarkdownFormat,
    'english-html': englishHtmlFormat,
  },
  refusalOfOthers,
} as const satisfies Formats
