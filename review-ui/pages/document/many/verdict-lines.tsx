import { useTranslation } from 'react-i18next'
import type { Refusal } from '../../../../src/model/refusal.ts'
import { useWords } from '../../../components/coded-words.tsx'
import { Icon } from '../../../components/icon.tsx'
import { rangesOf } from '../logic/choosing.ts'
import type { ActVerdict } from '../logic/many-verdicts.ts'
import type { Row } from '../logic/row.ts'

/** Refusals that have words which name no sentence. */
const codesInWords = [
  'own-segment',
  'segment-has-errors',
  'segment-not-translated',
  'segment-empty',
  'segment-changed',
  'segment-no-draft',
  'segment-written',
  'nothing-to-undo',
  'role-missing',
] as const

/** Why many sentences are refused, in words that name none of them. */
export function useWhy(): (refusal: Refusal) => string {
  const { t } = useTranslation()
  const words = useWords()
  return (refusal) => {
    const code = codesInWords.find((one) => one === refusal.code)
    if (code !== undefined) return t(`many.why.${code}`)
    return words.refusal({ ...refusal, params: { ...refusal.params, segment: t('many.sentence') } })
  }
}

/** The sentences that an act refuses, by why, each with its way on. */
export function CannotList({
  verdict: { act, cannot },
  onGo,
}: {
  verdict: ActVerdict
  onGo: (segment: string) => void
}) {
  const { t } = useTranslation()
  if (cannot.length === 0) return null
  return (
    <>
      <p className="subhead">{t(`many.cannot.${act}`, { count: cannot.length })}</p>
      <RefusedGroups refused={cannot} onGo={onGo} />
    </>
  )
}

function RefusedGroups({
  refused,
  onGo,
}: {
  refused: readonly { readonly row: Row; readonly refusal: Refusal }[]
  onGo: (segment: string) => void
}) {
  const { t } = useTranslation()
  const why = useWhy()
  return (
    <ul className="refused">
      {[...Map.groupBy(refused, ({ refusal }) => refusal.code)].map(([code, some]) => {
        const [first] = some
        return (
          first && (
            <li key={code}>
              <Icon name={code === 'segment-has-errors' ? 'error' : 'lock'} />
              <span>
                <b>{rangesOf(some.map(({ row }) => row.number))}</b> {why(first.refusal)}
              </span>
              <button type="button" className="text-button" onClick={() => onGo(first.row.id)}>
                {t('document.goTo', { number: first.row.number })}
              </button>
            </li>
          )
        )
      })}
    </ul>
  )
}

/** What is still open in sentences that can be approved all the same. */
export function WarningsLine({ rows }: { rows: readonly Row[] }) {
  const { t } = useTranslation()
  const warned = rows.filter(({ concerns, errors }) => concerns > errors)
  const commented = rows.filter(({ segment }) => segment.comments.some(({ resolved }) => !resolved))
  return (
    <>
      {warned.length > 0 && (
        <p>
          <Icon name="warning" />{' '}
          {t('many.warned', { count: warned.length, numbers: rangesOf(warned.map(({ number }) => number)) })}
        </p>
      )}
      {commented.length > 0 && (
        <p>
          <Icon name="comment" />{' '}
          {t('many.commented', { count: commented.length, numbers: rangesOf(commented.map(({ number }) => number)) })}
        </p>
      )}
    </>
  )
}
