import type { Command } from 'commander'
import type { TFunction } from 'i18next'
import { decodeText } from '../../formats/text/decode.ts'
import { isRefusal } from '../../model/refusal.ts'
import { readChinese } from '../../quantities/chinese/read.ts'
import { notationOf } from '../../quantities/number/notation.ts'
import { writeEnglish } from '../../quantities/write/english.ts'
import { readInput } from '../input.ts'
import { tellNotices } from '../notices.ts'
import { printJson, printRefusal, say } from '../outcome.ts'

/** `quantities FILE`: every number expression of a Chinese text with its value, without a workspace. */
export function quantitiesCommand(program: Command, t: TFunction): void {
  program
    .command('quantities')
    .argument('<file>', t('argument.textFile'))
    .description(t('quantities.description'))
    .option('--json', t('option.json'))
    .action(async (file: string, options: { json?: true }) => {
      const bytes = await readInput(file)
      const decoded = isRefusal(bytes) ? bytes : decodeText(bytes)
      if (isRefusal(decoded)) return printRefusal(t, decoded, options.json === true)
      tellNotices(decoded.notices, t, file)
      for (const [index, text] of decoded.text.split(/\r?\n/).entries()) {
        for (const quantity of readChinese(text)) {
          const { from, to } = quantity
          if (options.json) printJson({ line: index + 1, from, to, text: quantity.text, ...notationOf(quantity) })
          else say(`${index + 1}:${from + 1}\t${quantity.text}\t${quantity.kind}\t${writeEnglish(quantity)}`)
        }
      }
    })
}
