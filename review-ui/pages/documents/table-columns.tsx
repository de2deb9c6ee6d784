import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import type { TableChoice } from '../../../src/model/table-choice.ts'
import type { Reply } from '../../api.ts'
import { SheetChoice } from '../../components/sheet-choice.tsx'
import { TableLook } from '../../components/table-look.tsx'
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
      <SheetChoice
        sheets={sheets}
        sheet={table.sheet}
        headings={table.headings}
        onSheet={(sheet) => onChoose({ ...table, sheet })}
        onHeadings={(headings) => onChoose({ ...table, headings })}
      />
      <TableLook
        look={look}
        headings={table.headings}
        purposes={purposes.map((purpose) => ({ value: purpose, label: t(`looking.table.use.${purpose}`) }))}
        purposeOf={(column) => (column === table.zh ? 'zh' : column === table.en ? 'en' : 'unread')}
        // What is Chinese is changed by choosing another column for it.
        isFixed={(column) => column === table.zh}
        onPurpose={(column, value) => onChoose(used(table, column, purposeNamed(value)))}
      />
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

const purposes = ['zh', 'en', 'unread'] as const

function purposeNamed(value: string): Purpose {
  return purposes.find((purpose) => purpose === value) ?? 'unread'
}
