import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import type { TableChoice } from '../../../src/model/table-choice.ts'
import type { Reply } from '../../api.ts'
import { Field, Select } from '../../components/field.tsx'
import { handFile } from '../../interaction/handed-file.ts'

type Look = NonNullable<Reply<'lookAtDocument'>['table']>
type Purpose = 'zh' | 'en' | 'unread'

/** A table before it is read: which sheet, where its headings stand, and what each column is, above the real rows. */
export function TableColumns({
  file,
  look,
  onChoose,
}: {
  file: File
  look: Look
  onChoose: (table: TableChoice) => void
}) {
  const { t } = useTranslation()
  const [, navigate] = useLocation()
  const { table, sheets } = look
  const toGlossary = () => {
    handFile(file)
    navigate('/glossary')
  }
  return (
    <section className="table-columns" aria-label={t('looking.table.label')}>
      <p>
        {t('looking.table.sentences')}{' '}
        <button type="button" className="text-button" onClick={toGlossary}>
          {t('looking.table.terms')}
        </button>
      </p>
      <div className="choices-line">
        {sheets.length > 1 && (
          <Select
            label={t('looking.table.sheet')}
            value={table.sheet}
            onChange={(event) => onChoose({ ...table, sheet: event.target.value })}
          >
            {sheets.map((sheet) => (
              <option key={sheet}>{sheet}</option>
            ))}
          </Select>
        )}
        <Field
          label={t('looking.table.headings')}
          hint={t('looking.table.headingsHint')}
          type="number"
          min={0}
          max={1000}
          value={table.headings}
          onChange={(event) => onChoose({ ...table, headings: Math.max(0, Math.trunc(Number(event.target.value))) })}
        />
      </div>
      <Columns look={look} onChoose={onChoose} />
    </section>
  )
}

/** The choice after a column is used otherwise: only one can be Chinese, and only one English. */
function used({ zh, en, ...rest }: TableChoice, column: string, use: Purpose): TableChoice {
  if (use === 'zh') return { ...rest, zh: column, ...(en !== undefined && en !== column && { en }) }
  const others = { ...rest, zh }
  if (use === 'en') return { ...others, en: column }
  return en === column || en === undefined ? others : { ...others, en }
}

function Columns({ look: { table, columns, rows }, onChoose }: { look: Look; onChoose: (table: TableChoice) => void }) {
  const { t } = useTranslation()
  const purposeOf = (column: string): Purpose => (column === table.zh ? 'zh' : column === table.en ? 'en' : 'unread')
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
              <th key={column} scope="col" className={purposeOf(column)}>
                <label>
                  <span className="letter">{column}</span>
                  <select
                    aria-label={t('looking.table.column', { column })}
                    value={purposeOf(column)}
                    // What is Chinese is changed by choosing another column for it.
                    disabled={column === table.zh}
                    onChange={(event) => onChoose(used(table, column, purposeNamed(event.target.value)))}
                  >
                    {uses.map((use) => (
                      <option key={use} value={use}>
                        {t(`looking.table.use.${use}`)}
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
            <tr key={line} className={line <= table.headings ? 'unread' : undefined}>
              <th scope="row">{line}</th>
              {columns.map(({ column, heading }, at) => (
                <td key={column} className={purposeOf(column)} data-label={`${column} ${heading}`}>
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

const uses = ['zh', 'en', 'unread'] as const

function purposeNamed(value: string): Purpose {
  return uses.find((use) => use === value) ?? 'unread'
}
