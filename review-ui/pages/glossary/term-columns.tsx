import { useTranslation } from 'react-i18next'
import { type TableLook as Look, type TermTableChoice, termColumns } from '../../../src/model/table-choice.ts'
import { SheetChoice } from '../../components/sheet-choice.tsx'
import { TableLook } from '../../components/table-look.tsx'

/** What the columns of a table of terms are, above its first rows: as its headings say, and to be chosen anew. */
export function TermColumns({
  look,
  choice,
  onChoose,
  onSheet,
}: {
  look: Look
  choice: TermTableChoice
  onChoose: (choice: TermTableChoice) => void
  /** Another sheet is to be looked at. */
  onSheet: (sheet: string) => void
}) {
  const { t } = useTranslation()
  const { columns, headings } = choice
  const choose = (column: string, purpose: string) => {
    const name = termColumns.find((one) => one === purpose)
    // A name stands for one column: the one that had it gives it up.
    const others = Object.entries(columns).filter(([other, held]) => other !== column && held !== name)
    onChoose({ ...choice, columns: Object.fromEntries([...others, ...(name === undefined ? [] : [[column, name]])]) })
  }
  return (
    <div className="table-columns">
      <SheetChoice
        sheets={look.sheets}
        sheet={choice.sheet}
        headings={headings}
        onSheet={onSheet}
        onHeadings={(headings) => onChoose({ ...choice, headings })}
      />
      <TableLook
        look={look}
        headings={headings}
        purposes={[
          { value: 'unread', label: t('looking.table.use.unread') },
          ...termColumns.map((name) => ({ value: name, label: t(`glossary.import.column.${name}`) })),
        ]}
        purposeOf={(column) => columns[column] ?? 'unread'}
        onPurpose={choose}
      />
    </div>
  )
}

/** What a table says of its columns itself, else what is guessed. */
export function choiceOf({ table, columns, sheets }: Look): TermTableChoice {
  const named = columns.flatMap(({ column, term }) => (term === null ? [] : [[column, term] as const]))
  const names = named.map(([, name]) => name)
  const guessed = [
    ...(names.includes('source') ? [] : [[table.zh, 'source'] as const]),
    ...(names.includes('preferred') || table.en === undefined ? [] : [[table.en, 'preferred'] as const]),
  ]
  return {
    ...(sheets.length > 0 && table.sheet !== undefined && { sheet: table.sheet }),
    headings: table.headings,
    columns: Object.fromEntries([
      ...named.filter(([column]) => guessed.every(([other]) => other !== column)),
      ...guessed,
    ]),
  }
}

/** Whether a choice names a Chinese and an English column, without which there are no terms. */
export function isWhole({ columns }: TermTableChoice): boolean {
  const names = Object.values(columns)
  return names.includes('source') && names.includes('preferred')
}
