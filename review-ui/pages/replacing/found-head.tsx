import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import type { ReplaceInDocument } from '../../../src/contract/views/replacing.ts'
import { Icon } from '../../components/icon.tsx'
import { type Chosen, chosenOf, type FoundRow, placesOf } from './logic/choices.ts'

/** A document above its places: all of them are chosen or left out at once. */
export function FoundHead({
  document: { id, title, name },
  rows,
  chosen,
  onChoose,
}: {
  document: ReplaceInDocument
  rows: readonly FoundRow[]
  chosen: Chosen
  onChoose: (places: readonly string[], on: boolean) => void
}) {
  const { t } = useTranslation()
  const places = rows.flatMap(placesOf)
  const how = chosenOf(rows, chosen)
  return (
    <div className="group-head">
      {places.length > 0 ? (
        <input
          type="checkbox"
          className="pick"
          aria-label={t('replacing.chooseDocument', { count: places.length })}
          checked={how === 'all'}
          ref={(box) => {
            if (box) box.indeterminate = how === 'some'
          }}
          onChange={({ target }) => onChoose(places, target.checked)}
        />
      ) : (
        <span />
      )}
      <h2 id={`found-${id}`}>
        <Link href={`/d/${id}`} className="zh" lang="zh-CN">
          {title}
        </Link>
        {name !== '' && <span className="soft"> {name}</span>}
      </h2>
      <span className="soft">
        {t('replacing.chosenOf', {
          chosen: places.filter((place) => chosen.has(place)).length,
          count: rows.reduce((sum, { segment }) => sum + segment.places.length, 0),
        })}
      </span>
    </div>
  )
}

/** Places in signed sentences, which are left alone until somebody includes them. */
export function SignedPlaces({ document, onInclude }: { document: ReplaceInDocument; onInclude: () => void }) {
  const { t } = useTranslation()
  return (
    <div className="group-head">
      <Icon name="final" />
      <div>
        <p className="zh" lang="zh-CN">
          {document.title}
        </p>
        <p>
          <b>{t('replacing.signed', { count: document.signed })}</b>{' '}
          <span className="soft">{t('replacing.wouldUnsign')}</span>
        </p>
      </div>
      <button type="button" className="text-button" onClick={onInclude}>
        {t('replacing.include')}
      </button>
    </div>
  )
}
