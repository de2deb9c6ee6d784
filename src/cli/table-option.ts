import type { Command } from 'commander'
import { InvalidArgumentError } from 'commander'
import type { TFunction } from 'i18next'
import { type TableChoice, tableChoiceOf } from '../model/table-choice.ts'

/** Which cells of a table are the text, as the command line says. */
export interface TableOptions {
  readonly columns?: string
  readonly sheet?: string
}

/** Adds `--columns zh=A,en=B,headings=1` and `--sheet NAME`. */
export function withTableOptions(command: Command, t: TFunction): Command {
  const checked = (words: string) => {
    if (tableChoiceOf(words) === null) throw new InvalidArgumentError(t('option.columnsWrong'))
    return words
  }
  return command.option('--columns <columns>', t('option.columns'), checked).option('--sheet <name>', t('option.sheet'))
}

/** The cells that the options choose; none where they do not. */
export function tableOf({ columns, sheet }: TableOptions): { readonly table?: TableChoice } {
  const table = columns === undefined ? null : tableChoiceOf(columns, sheet)
  return table === null ? {} : { table }
}
