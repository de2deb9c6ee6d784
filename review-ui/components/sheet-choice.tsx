import { useTranslation } from 'react-i18next'
import { Field, Select } from './field.tsx'

/** Which sheet of a workbook is read, where it has several, and how many of its first rows are headings. */
export function SheetChoice({
  sheets,
  sheet,
  headings,
  onSheet,
  onHeadings,
}: {
  sheets: readonly string[]
  sheet: string | undefined
  headings: number
  onSheet: (sheet: string) => void
  onHeadings: (headings: number) => void
}) {
  const { t } = useTranslation()
  return (
    <div className="choices-line">
      {sheets.length > 1 && (
        <Select label={t('looking.table.sheet')} value={sheet} onChange={(event) => onSheet(event.target.value)}>
          {sheets.map((name) => (
            <option key={name}>{name}</option>
          ))}
        </Select>
      )}
      <Field
        label={t('looking.table.headings')}
        hint={t('looking.table.headingsHint')}
        type="number"
        min={0}
        max={1000}
        value={headings}
        onChange={(event) => onHeadings(Math.max(0, Math.trunc(Number(event.target.value))))}
      />
    </div>
  )
}
