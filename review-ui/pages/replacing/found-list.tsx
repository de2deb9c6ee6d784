import { type KeyboardEvent, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import { SegmentNumbers } from '../../components/coded-words.tsx'
import { Key } from '../../components/key.tsx'
import { type FocusList, indexAfter } from '../../interaction/focus.ts'
import { FoundHead, SignedPlaces } from './found-head.tsx'
import { FoundRowLine } from './found-row.tsx'
import { choosing, type FoundRow } from './logic/choices.ts'
import type { Looked, Replacing } from './use-replacing.ts'

/** Rows that are drawn at first, and with each request for more. */
const drawnTogether = 200

/** The places by document. Arrow keys walk them, Space chooses, Enter opens the sentence. */
export function FoundList({
  replacing: { chosen, setChosen },
  looked: { view, rows },
  list,
  onSigned,
}: {
  replacing: Replacing
  looked: Looked
  list: FocusList<string>
  onSigned: () => void
}) {
  const { t } = useTranslation()
  const [, navigate] = useLocation()
  const [stop, setStop] = useState('')
  const [drawn, setDrawn] = useState(drawnTogether)
  const shown = rows.slice(0, drawn)
  const stopKey = shown.some(({ key }) => key === stop) ? stop : (shown[0]?.key ?? '')
  const latest = useRef({ chosen })
  latest.current = { chosen }
  const choose = (places: readonly string[], on: boolean) => setChosen(choosing(latest.current.chosen, places, on))
  const places = rows.reduce((sum, { segment }) => sum + segment.places.length, 0)
  const open = ({ document, segment }: FoundRow) => navigate(`/d/${document.id}/${segment.id}`)
  const walk = (event: KeyboardEvent) => {
    const at = shown.findIndex(({ key }) => key === list.keyOf(event.target))
    const row = shown[at]
    if (row === undefined) return
    const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey && !event.shiftKey
    if (event.key === 'Enter' && isPlain) {
      event.preventDefault()
      return open(row)
    }
    const to = shown[indexAfter(event, at, shown.length) ?? -1]
    if (to === undefined) return
    event.preventDefault()
    list.focus(to.key)
  }
  const documents = view.documents.filter(({ segments }) => segments.length > 0)
  return (
    <>
      <div className="places-head">
        <p role="status">
          {rows.length === 0 ? (
            t('replacing.nothing')
          ) : (
            <>
              <b>{t('replacing.places', { count: places })}</b>{' '}
              {t('replacing.within', {
                sentences: t('replacing.sentences', { count: rows.length }),
                documents: t('replacing.documents', { count: documents.length }),
              })}
            </>
          )}
        </p>
        {rows.length > 0 && (
          <p className="soft keys">
            <span>
              <Key chord="ArrowUp" /> <Key chord="ArrowDown" /> {t('replacing.walk')}
            </span>
            <span>
              <Key chord="Space" /> {t('replacing.chooses')}
            </span>
            <span>
              <Key chord="Enter" /> {t('replacing.opens')}
            </span>
          </p>
        )}
      </div>
      {view.more && <p className="more">{t('replacing.more')}</p>}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: what has the focus inside hears its own keys here. */}
      <div onKeyDown={walk}>
        {documents.map((document) => {
          const ofDocument = rows.filter((row) => row.document === document)
          const numbers = new Map(document.segments.map(({ id, number }) => [id, number]))
          return (
            <section key={document.id} aria-labelledby={`found-${document.id}`}>
              <FoundHead document={document} rows={ofDocument} chosen={chosen} onChoose={choose} />
              <SegmentNumbers value={(segment) => numbers.get(segment)}>
                <ul>
                  {shown
                    .filter((row) => row.document === document)
                    .map((row) => (
                      <FoundRowLine
                        key={row.key}
                        row={row}
                        chosen={chosen}
                        isStop={row.key === stopKey}
                        stopRef={list.ref(row.key)}
                        onStop={() => setStop(row.key)}
                        onChoose={choose}
                      />
                    ))}
                </ul>
              </SegmentNumbers>
            </section>
          )
        })}
      </div>
      {rows.length > drawn && (
        <p className="more">
          <button type="button" className="text-button" onClick={() => setDrawn(drawn + drawnTogether)}>
            {t('replacing.showMore', { count: Math.min(drawnTogether, rows.length - drawn) })}
          </button>
        </p>
      )}
      {view.documents
        .filter(({ signed }) => signed > 0)
        .map((document) => (
          <SignedPlaces key={document.id} document={document} onInclude={onSigned} />
        ))}
    </>
  )
}
