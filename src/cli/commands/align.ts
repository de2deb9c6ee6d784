import { writeFile } from 'node:fs/promises'
import { basename } from 'node:path'
import type { Command } from 'commander'
import type { TFunction } from 'i18next'
import { align } from '../../alignment/align.ts'
import type { AlignmentSegment, Link } from '../../alignment/alignment.ts'
import { alignmentSegments } from '../../alignment/segments.ts'
import { isSure, surePairs } from '../../alignment/sure.ts'
import { formats } from '../../formats/registry.ts'
import { fileLimits } from '../../model/file-limits.ts'
import { plain } from '../../model/inline.ts'
import { isRefusal, type Refusal, refuse } from '../../model/refusal.ts'
import { readBy } from '../../ports/format.ts'
import { noticesOfCharacters } from '../../segmentation/characters.ts'
import { splitEnglish } from '../../segmentation/english.ts'
import { splitSentences } from '../../segmentation/sentences.ts'
import { glossaryTerms } from '../glossary.ts'
import { readInput } from '../input.ts'
import { tellNotices } from '../notices.ts'
import { printJson, printRefusal, say, tell } from '../outcome.ts'

interface Options {
  readonly glossary?: string
  readonly json?: true
  readonly tmx?: string
}

/** `align ZH EN`: the sentences of a Chinese text and of its English that belong together, without a workspace. */
export function alignCommand(program: Command, t: TFunction): void {
  program
    .command('align')
    .argument('<zh>', t('align.chinese'))
    .argument('<en>', t('align.english'))
    .description(t('align.description'))
    .option('--glossary <file>', t('align.option.glossary'))
    .option('--tmx <file>', t('align.option.tmx'))
    .option('--json', t('option.json'))
    .action(async (zhFile: string, enFile: string, options: Options) => {
      const json = options.json === true
      const zh = await segmentsOf(zhFile, 'zh', t)
      if (isRefusal(zh)) return printRefusal(t, zh, json, zhFile)
      const en = await segmentsOf(enFile, 'en', t)
      if (isRefusal(en)) return printRefusal(t, en, json, enFile)
      const terms = await glossaryTerms(options.glossary, t)
      if (isRefusal(terms)) return printRefusal(t, terms, json, options.glossary)
      const links = align(zh, en, terms)
      for (const link of links) {
        if (json) printJson({ zh: link.zh, en: link.en, score: rounded(link.score) })
        else say(lineOf(link, t))
      }
      if (options.tmx !== undefined) {
        const origin = `${basename(zhFile)} + ${basename(enFile)}`
        await writeFile(options.tmx, await formats.exports.tmx.write(surePairs(zh, en, links, origin)))
      }
      if (!json) tell(t('align.counted', countsOf(links)))
    })
}

/** The segments of a file in their order; `id`s of links are their places in it, from 0. */
async function segmentsOf(
  file: string,
  language: 'zh' | 'en',
  t: TFunction,
): Promise<readonly AlignmentSegment[] | Refusal> {
  const bytes = await readInput(file)
  const read = isRefusal(bytes) ? bytes : await readBy(formats.documents, { filename: file, bytes }, { language })
  if (isRefusal(read)) return read
  tellNotices([...read.notices, ...noticesOfCharacters(read.blocks)], t, file)
  const split = language === 'zh' ? splitSentences : splitEnglish
  const segments = alignmentSegments(
    read.blocks.map(({ text }) => plain(text)),
    split,
  )
  if (segments.length === 0) return refuse('file-empty')
  if (segments.length > fileLimits.sentences) return refuse('file-too-long', { most: String(fileLimits.sentences) })
  return segments
}

function rounded(score: number): number {
  return Math.round(score * 1000) / 1000
}

function lineOf({ zh, en, score, reasons }: Link, t: TFunction): string {
  const why =
    zh.length === 0 || en.length === 0
      ? t('align.alone')
      : reasons.map((reason) => t(`align.reason.${reason}`)).join(t('list.comma'))
  return `${zh.join(',')}\t${en.join(',')}\t${score.toFixed(2)}\t${why}`
}

function countsOf(links: readonly Link[]) {
  const alone = links.filter(({ zh, en }) => zh.length === 0 || en.length === 0).length
  const sure = links.filter(isSure).length
  return { links: links.length, sure, doubtful: links.length - sure - alone, alone }
}
