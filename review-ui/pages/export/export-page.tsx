import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { addressOf, call, type Reply } from '../../api.ts'
import { DownloadLink } from '../../components/download-link.tsx'
import { Loading } from '../../components/loading.tsx'
import { together, useRemote } from '../../interaction/use-remote.ts'
import { Header } from '../../shell/header.tsx'
import { useTitle } from '../../shell/title.ts'
import { countOf, type Outgoing, outgoingOf, type WayOut, waysOut } from './logic/outgoing.ts'
import { OutsideReviews } from './outside-reviews.tsx'
import { WhatGoesOut } from './what-goes-out.tsx'

/** Every way in which a document goes out: what each has, what is not signed, what stays in Chinese; then one button. */
export function ExportPage({ document }: { document: string }) {
  const { t } = useTranslation()
  const remote = useRemote(document, (signal) =>
    together(call('document', { params: { document }, signal }), call('formats', { signal })),
  )
  const title = remote.data?.[0].state.document.title ?? ''
  useTitle(title === '' ? t('export.title') : `${t('export.title')} · ${title}`)
  return (
    <>
      <Header />
      <main className="page export" id="main">
        <header>
          <p className="ways">
            <Link href={`/d/${document}`}>{t('figures.toDocument')}</Link>
          </p>
          <h1>{t('export.title')}</h1>
          {title !== '' && (
            <p className="zh of" lang="zh-CN">
              {title}
            </p>
          )}
        </header>
        <Loading remote={remote} />
        {remote.data && <Sheet view={remote.data[0]} ownShapes={remote.data[1].ownShapes} />}
        {remote.data && <OutsideReviews state={remote.data[0].state} reload={remote.reload} />}
        <p className="came-back">
          {t('export.cameBack')} <Link href={`/d/${document}/returns`}>{t('export.toReturns')}</Link>
        </p>
      </main>
    </>
  )
}

type Way = WayOut | 'own-shape'

function Sheet({ view, ownShapes }: { view: Reply<'document'>; ownShapes: readonly string[] }) {
  const { t } = useTranslation()
  const { id: document, origin } = view.state.document
  const hasOwnShape = ownShapes.includes(origin.format)
  const [chosen, setChosen] = useState<Way>(hasOwnShape ? 'own-shape' : 'bilingual')
  const outgoing = outgoingOf(view.state)
  const format = chosen === 'own-shape' ? origin.format : chosen
  const name = t(`export.way.${chosen}.name`)
  return (
    <>
      <div className="export-sides">
        <div className="export-ways">
          <fieldset className="choices">
            <legend>{t('export.group.own')}</legend>
            {hasOwnShape ? (
              <Choice way="own-shape" chosen={chosen} onChoose={setChosen} filename={origin.filename} />
            ) : (
              <p className="soft">{t('export.noOwnShape', { filename: origin.filename })}</p>
            )}
          </fieldset>
          {(['reading', 'review', 'tools', 'data'] as const).map((group) => (
            <fieldset key={group} className="choices">
              <legend>{t(`export.group.${group}`)}</legend>
              {waysOut[group].map((way) => (
                <Choice key={way} way={way} chosen={chosen} onChoose={setChosen} filename={origin.filename} />
              ))}
            </fieldset>
          ))}
        </div>
        <WhatGoesOut document={document} outgoing={outgoing} signOff={view.signOff} way={chosen} />
      </div>
      <Act address={addressOf('exportDocument', { document, format })} way={chosen} name={name} outgoing={outgoing} />
    </>
  )
}

function Choice({
  way,
  chosen,
  onChoose,
  filename,
}: {
  way: Way
  chosen: Way
  onChoose: (way: Way) => void
  filename: string
}) {
  const { t } = useTranslation()
  return (
    <label>
      <input type="radio" name="way" value={way} checked={way === chosen} onChange={() => onChoose(way)} />
      <span>
        <b>{t(`export.way.${way}.name`)}</b>{' '}
        <span className="soft">{way === 'own-shape' ? filename : t(`export.way.${way}.ending`)}</span>
        <br />
        <span className="soft">{t(`export.way.${way}.what`)}</span>
      </span>
    </label>
  )
}

function Act({ address, way, name, outgoing }: { address: string; way: Way; name: string; outgoing: Outgoing }) {
  const { t } = useTranslation()
  const count = countOf(way, outgoing)
  return (
    <div className="row-of-buttons act">
      <DownloadLink key={address} className="button primary" href={address}>
        {t(`export.act.${unitOf(way)}`, { name, count, total: outgoing.sentences })}
      </DownloadLink>
    </div>
  )
}

/** What the count of a file is of. */
function unitOf(way: Way): 'english' | 'pairs' | 'sentences' {
  if (way === 'tmx') return 'pairs'
  return way === 'review-table' || way === 'xliff' || way === 'xliff-1.2' || way === 'json' || way === 'figures'
    ? 'sentences'
    : 'english'
}
