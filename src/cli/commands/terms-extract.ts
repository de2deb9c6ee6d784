import { type Command, InvalidArgumentError } from 'commander'
import type { TFunction } from 'i18next'
import { decodeText } from '../../formats/text/decode.ts'
import { isRefusal } from '../../model/refusal.ts'
import type { Candidate } from '../../terms/extraction/extract.ts'
import { glossaryTerms } from '../glossary.ts'
import { readInput } from '../input.ts'
import { printJson, printRefusal, say } from '../outcome.ts'
import { termsGroup } from './terms-group.ts'

interface Options {
  readonly limit: number
  readonly glossary?: string
  readonly json?: true
}

/** `terms extract FILE`: forms of a Chinese text that may be terms, the likeliest first, without a workspace. */
export function termsExtractCommand(program: Command, t: TFunction): void {
  const limit = (value: string): number => {
    const number = Number(value)
    if (!Number.isInteger(number) || number < 1) throw new InvalidArgumentError(t('terms.extract.wholeNumber'))
    return number
  }
  termsGroup(program, t)
    .command('extract')
    .argument('<file>', t('argument.textFile'))
    .description(t('terms.extract.description'))
    .option('--limit <number>', t('option.limit'), limit, 200)
    .option('--glossary <file>', t('option.known'))
    .option('--json', t('option.json'))
    .action(async (file: string, { limit, glossary, json }: Options) => {
      const bytes = await readInput(file)
      const decoded = isRefusal(bytes) ? bytes : decodeText(bytes)
      if (isRefusal(decoded)) return printRefusal(t, decoded, json === true, file)
      const terms = await glossaryTerms(glossary, t)
      if (isRefusal(terms)) return printRefusal(t, terms, json === true, glossary)
      // A retired term may be a candidate again.
      const excluded = terms.filter(({ status }) => status !== 'retired').flatMap(({ source }) => source)
      const lines = decoded.text.split(/\r?\n/)
      const { runExtraction } = await import('../../workspace/glossary/extraction.ts')
      const candidates = runExtraction({ texts: lines, excluded, limit, pairs: [] })
      for (const [index, candidate] of candidates.entries()) {
        const { rank, form, frequency, score, line, context } = rowOf(candidate, index + 1, lines)
        if (json) printJson({ rank, form, frequency, score, line, context })
        else say(`${rank}\t${form}\t${frequency}\t${score.toFixed(2)}\t${line}: ${context}`)
      }
    })
}

/** How many UTF-16 units of a line are shown on each side of the form. */
const around = 20

/** A candidate with its first place: the line, and the text around it. */
function rowOf({ form, frequency, score, contexts }: Candidate, rank: number, lines: readonly string[]) {
  const { text = 0, from = 0, to = 0 } = contexts[0] ?? {}
  const line = lines[text] ?? ''
  const [start, end] = [Math.max(0, from - around), Math.min(line.length, to + around)]
  const context = `${start > 0 ? '…' : ''}${line.slice(start, end).trim()}${end < line.length ? '…' : ''}`
  return { rank, form, frequency, score, line: text + 1, context: context.toWellFormed() }
}
