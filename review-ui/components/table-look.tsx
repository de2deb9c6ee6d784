import { useTranslation } from 'react-i18next'
import type { TableLook as Look } from '../../src/model/table-choice.ts'

/** The first rows of a table, with what each column is taken for in a list above it; what is not read is hatched. */
export function TableLook({
  look: { columns, rows },
  headings,
  purposes,
  purposeOf,
  isFixed = () => false,
  onPurpose,
}: {
  look: Pick<Look, 'columns' | 'rows'>
  /** The row of the headings; it and those above are not read. */
  headings: number
  /** What a column can be; `unread` is one of them. */
  purposes: readonly { readonly value: string; readonly label: string }[]
  purposeOf: (column: string) => string
  isFixed?: (column: string) => boolean
  onPurpose: (column: string, purpose: string) => void
}) {
  const { t } = useTranslation()
  return (
    <section
      className="scrolls"
      aria-label={t('looking.table.rows')}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keys.
      tabIndex={0}
    >
      <table>
        <thead>
          <tr>
            <th scope="col">
              <span className="hidden">{t('looking.table.row')}</span>
            </th>
            {columns.map(({ column, sort, share }) => (
              <th key={column} scope="col" className={purposeOf(column) === 'unread' ? 'unread' : undefined}>
                <label>
                  <span className="letter">{column}</span>
                  <select
                    aria-label={t('looking.table.column', { column })}
                    value={purposeOf(column)}
                    disabled={isFixed(column)}
                    onChange={(event) => onPurpose(column, event.target.value)}
                  >
                    {purposes.map(({ value, label }) => (
                      <option key={value} value={value}>
                        {label}
                      </option>
                    ))}
                  </select>
                </label>
                <span className="soft">{t(`looking.table.sort.${sort}`, { share })}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ line, cells }) => (
            <tr key={line} className={line <= headings ? 'unread' : undefined}>
              <th scope="row">{line}</th>
              {columns.map(({ column, heading }, at) => (
                <td
                  key={column}
                  className={purposeOf(column) === 'unread' ? 'unread' : undefined}
                  data-label={`${column} ${heading}`}
                >
                  {cells[at]}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
