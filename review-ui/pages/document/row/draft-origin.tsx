import { useTranslation } from 'react-i18next'
import type { DraftOrigin } from '../../../../src/model/draft.ts'
import { plain } from '../../../../src/model/inline.ts'
import { useEngineWords } from '../../engines/use-engine-words.ts'
import type { Row } from '../logic/row.ts'
import { useRoomView } from '../room/room-context.tsx'

/** Where a draft came from, in words. */
export function useOriginWords() {
  const { t } = useTranslation()
  const engineWords = useEngineWords()
  const { sources } = useRoomView()
  return (origin: DraftOrigin): string => {
    if (origin.type === 'machine')
      return t('origin.machine', { engine: engineWords(origin.engine), version: origin.version })
    if (origin.type === 'file') return t(origin.state === '' ? 'origin.file' : 'origin.fileState', { ...origin })
    const match = origin.match === 'fuzzy' ? t('origin.fuzzy', { score: origin.score }) : t(`origin.${origin.match}`)
    return t('origin.memory', { match, source: sources[origin.source] ?? origin.source })
  }
}

/** Whose words these are: a machine’s are never passed off as anything else. */
export function OriginLine({ row }: { row: Row }) {
  const { t } = useTranslation()
  const { names } = useRoomView()
  const words = useOriginWords()
  const { segment, look } = row
  const { draft, authors, state } = segment
  const people = authors.map((id) => names.get(id) ?? id).join(t('common.listComma'))
  const untouched = look === 'draft'
  const head = (() => {
    if (look === 'empty') return t('origin.none')
    if (untouched && draft) return t(`origin.${draft.origin.type}Draft`)
    if (people === '') return ''
    if (state === 'initial') return t('origin.inWork', { people })
    if (draft === undefined) return t('origin.by', { people })
    const unchanged = plain(draft.target) === plain(segment.target)
    return t(unchanged ? 'origin.confirmed' : 'origin.postEdited', { people })
  })()
  const terms = draft &&
    draft.compliance.asked.length > 0 && {
      met: draft.compliance.met.length,
      count: draft.compliance.asked.length,
    }
  return (
    <p className="origin">
      {head !== '' && <b>{head}</b>}{' '}
      {draft && (
        <span className="soft">
          {untouched ? words(draft.origin) : t('origin.begunBy', { origin: words(draft.origin) })}
          {terms && t('origin.terms', terms)}
        </span>
      )}
    </p>
  )
}
