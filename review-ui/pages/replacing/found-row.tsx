import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import type { ReplaceInSegment } from '../../../src/contract/views/replacing.ts'
import { useWords } from '../../components/coded-words.tsx'
import { Icon } from '../../components/icon.tsx'
import { MarkedSpans } from '../../components/marked-spans.tsx'
import { bringsHarm, type Chosen, chosenOf, type FoundRow, placesOf } from './logic/choices.ts'

interface FoundRowProps {
  readonly row: FoundRow
  readonly chosen: Chosen
  /** Whether Tab stops here. */
  readonly isStop: boolean
  readonly stopRef: (element: HTMLElement | null) => void
  readonly onStop: () => void
  readonly onChoose: (places: readonly string[], on: boolean) => void
}

/** A sentence with its places as they are and as they would be, and what would come of it. */
export function FoundRowLine(props: FoundRowProps) {
  const { row, chosen, isStop, stopRef, onStop, onChoose } = props
  const { t } = useTranslation()
  const { document, segment } = row
  const { id, number, state, draft, source, sourcePlaces } = segment
  const how = chosenOf([row], chosen)
  const tabIndex = isStop ? 0 : -1
  const look = state === 'initial' ? (draft ? 'draft' : 'edited') : state
  return (
    <li data-look={look} onFocus={onStop}>
      {segment.blocked === null ? (
        <input
          type="checkbox"
          className="pick"
          aria-label={t('replacing.choose', { number })}
          tabIndex={tabIndex}
          checked={how === 'all'}
          ref={(box) => {
            if (box) box.indeterminate = how === 'some'
            stopRef(box)
          }}
          onChange={({ target }) => onChoose(placesOf(row), target.checked)}
        />
      ) : (
        <span />
      )}
      <span className="number">
        <Icon name={look} label={t(`look.${look}`)} />{' '}
        <Link
          href={`/d/${document.id}/${id}`}
          tabIndex={tabIndex}
          aria-label={t('document.segment', { number })}
          ref={segment.blocked === null ? null : stopRef}
        >
          {number}
        </Link>
      </span>
      <p className="zh source" lang="zh-CN">
        <MarkedSpans text={source} spans={sourcePlaces} />
      </p>
      <div className="result">
        <p className="en" lang="en">
          <Replaced row={row} chosen={chosen} />
        </p>
        {segment.places.length > 1 && segment.blocked === null && (
          <PlaceChoice row={row} chosen={chosen} tabIndex={tabIndex} onChoose={onChoose} />
        )}
        <Consequences row={row} />
      </div>
    </li>
  )
}

function Replaced({ row, chosen }: { row: FoundRow; chosen: Chosen }) {
  const { target, places } = row.segment
  const keys = placesOf(row)
  let end = 0
  return (
    <>
      {places.map((place, index) => {
        const before = target.slice(end, place.from)
        const found = target.slice(place.from, place.to)
        end = place.to
        const key = keys[index]
        return (
          <span key={place.from}>
            {before}
            {key !== undefined && chosen.has(key) ? (
              <>
                <del>{found}</del>
                {place.with !== '' && <ins>{place.with}</ins>}
              </>
            ) : (
              <mark>{found}</mark>
            )}
          </span>
        )
      })}
      {target.slice(end)}
    </>
  )
}

/** Each place of a sentence that has several. */
function PlaceChoice({
  row,
  chosen,
  tabIndex,
  onChoose,
}: Pick<FoundRowProps, 'row' | 'chosen' | 'onChoose'> & { tabIndex: number }) {
  const { t } = useTranslation()
  return (
    <fieldset className="place-choice">
      <legend className="hidden">{t('replacing.choosePlaces')}</legend>
      {placesOf(row).map((key, index) => (
        <label key={key} className="check">
          <input
            type="checkbox"
            tabIndex={tabIndex}
            checked={chosen.has(key)}
            onChange={({ target }) => onChoose([key], target.checked)}
          />
          <span>{t('replacing.placeNumber', { number: index + 1 })}</span>
        </label>
      ))}
    </fieldset>
  )
}

function Consequences({ row }: { row: FoundRow }) {
  const { t } = useTranslation()
  const words = useWords()
  const { blocked, falls, findings, coded } = row.segment
  if (blocked !== null) {
    return (
      <p className="then">
        <Icon name="lock" />
        <span>
          <b>{t('replacing.blocked')}</b> {words.refusal(blocked)}
        </span>
      </p>
    )
  }
  return (
    <>
      {falls !== null && (
        <p className="then">
          <Icon name={falls.what} />
          <span>{fallsWords(t, falls)}</span>
        </p>
      )}
      {findings.map((finding) => (
        <p className="then" key={`${finding.code} ${finding.target?.from} ${JSON.stringify(finding.params)}`}>
          <Icon name={finding.severity} />
          <span>
            <b>{t(`replacing.brings.${finding.severity}`)}</b> {words.finding(finding)}
          </span>
        </p>
      ))}
      {bringsHarm(row) && <p className="soft small">{t('replacing.notChosen')}</p>}
      {coded > 0 && <p className="soft small">{t('replacing.coded', { count: coded })}</p>}
    </>
  )
}

function fallsWords(
  t: ReturnType<typeof useTranslation>['t'],
  { what, name, mine }: NonNullable<ReplaceInSegment['falls']>,
): string {
  if (what === 'reviewed') return mine ? t('replacing.falls.ownReview') : t('replacing.falls.review', { name })
  return what === 'final' ? t('replacing.falls.signature') : t('replacing.falls.confirmation')
}
