/**
 * What a file from outside may hold. Each is counted while the file is read, so that what is refused was never held
 * whole. They are set well above what offices have, and below what a browser or an editor could work on.
 */
export const fileLimits = {
  /** Bytes of a file as it comes: 20 MiB. */
  bytes: 20 * 2 ** 20,
  /** Bytes of an exchange file that is checked and not imported: 32 MiB, some 130,000 units. */
  checkedBytes: 32 * 2 ** 20,
  /** Bytes of all files of an archive, unpacked: 64 MiB. A workbook of 50,000 terms in all columns takes 45. */
  unpackedBytes: 64 * 2 ** 20,
  /** Bytes of all files of an archive as it declares them, pictures included, most of which are never unpacked: 512 MiB. */
  archiveBytes: 512 * 2 ** 20,
  /** Files of an archive; a Word document has tens, with many pictures hundreds. */
  archiveEntries: 10_000,
  /** Characters (UTF-16 units) of a text: three times the longest of the classical novels. */
  characters: 3_000_000,
  /** Characters of one paragraph: two hundred pages without a break. */
  paragraphCharacters: 100_000,
  /** Codes and stretches of text of one sentence, in either language. */
  inlineParts: 5_000,
  /** Sentences of a document: a browser takes 14 seconds to open one of 20,000. */
  sentences: 25_000,
  /** Rows of a table, its heading among them. */
  rows: 100_001,
  columns: 256,
  cells: 2_000_000,
  /** Characters of one row of a table; a spreadsheet takes 32,767 in a cell. */
  rowCharacters: 500_000,
  /** Pairs of a translation memory or of a finished translation, and entries of a glossary in XML. */
  units: 250_000,
  /** Elements nested in one another. */
  xmlDepth: 200,
  /** Elements of a page of the web, and how many are nested in one another; browsers nest 512. */
  pageElements: 300_000,
  pageDepth: 1_000,
  /** Characters of a page, without its attributes, of which is judged what is its article: some 2 seconds. */
  judgedPage: 500_000,
  /** Attributes of one element. */
  xmlAttributes: 1_000,
} as const
