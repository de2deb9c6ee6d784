import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { isDialogOpen } from '../../components/dialog.tsx'
import { useUnsaved } from '../../shell/unsaved.tsx'
import { EvidenceAside } from './evidence-aside.tsx'
import { FileNotices } from './file-notices.tsx'
import { AsDocument, IntoMemory } from './finish-dialogs.tsx'
import { LinkRow } from './link-row.tsx'
import { type AlignedTexts, differs } from './logic/aligned-texts.ts'
import { confidenceOf, countsOf } from './logic/links.ts'
import { type Filter, filters, passes, shownOf } from './logic/shown-links.ts'
import { type Mending, useMending } from './use-mending.ts'

/** How many links are drawn at first: a book has thousands. */
const mostShown = 400

/** Two texts side by side by their links: the doubtful first, mended by key, then into the memory or under review. */
export function AlignmentRoom({ texts, onAnother }: { texts: AlignedTexts; onAnother: () => void }) {
  const { t, i18n } = useTranslation()
  const mending = useMending(texts)
  const { links, active } = mending
  const counts = countsOf(links, (link) => differs(texts, link))
  const [filter, setFilter] = useState<Filter>(counts.doubtful > 0 ? 'doubtful' : 'all')
  const [around, setAround] = useState(true)
  const [most, setMost] = useState(mostShown)
  const [dialog, setDialog] = useState<'memory' | 'document' | null>(null)
  const [stored, setStored] = useState(false)
  const asking = useUnsaved(mending.canUndo && !stored)
  const list = useRef<HTMLDivElement>(null)
  const current = useRef<HTMLDivElement>(null)
  const shown = shownOf(links, filter, around, active).slice(0, most)
  const total: Readonly<Record<Filter, number>> = { ...counts, all: links.length }
  // biome-ignore lint/correctness/useExhaustiveDependencies: another link is worked on
  useEffect(() => {
    current.current?.scrollIntoView({ block: 'nearest' })
    if (list.current?.contains(document.activeElement)) current.current?.focus({ preventScroll: true })
  }, [active, links])
  const keyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || isDialogOpen()) return
    if (event.target instanceof Element && event.target.closest('button') && event.key === 'Enter') return
    const act = keyed(mending, shown)[event.key.toLowerCase()]
    if (!act) return
    event.preventDefault()
    act()
  }
  return (
    <div className="align-room">
      <div className="links">
        <header className="pair-head">
          <h1>{t('pair.title')}</h1>
          <p>
            <span lang="zh-CN">{texts.chinese}</span>{' '}
            <span className="soft">{t('pair.sentences', { count: texts.zh.length })}</span> = {texts.english}{' '}
            <span className="soft">
              {t('pair.sentences', { count: texts.en.length })} ·{' '}
              {t('pair.alignedIn', {
                seconds: (texts.milliseconds / 1000).toLocaleString(i18n.language, { maximumFractionDigits: 1 }),
              })}
            </span>{' '}
            <button type="button" className="text-button" onClick={onAnother}>
              {t('pair.another')}
            </button>
          </p>
        </header>
        <FileNotices texts={texts} />
        <div className="pair-filters filter-buttons">
          {filters.map((name) => (
            <button key={name} type="button" aria-pressed={filter === name} onClick={() => setFilter(name)}>
              {t(`pair.filter.${name}`)} <span className="count">{total[name]}</span>
            </button>
          ))}
          <label>
            <input type="checkbox" checked={around} onChange={(event) => setAround(event.target.checked)} />{' '}
            {t('pair.around')}
          </label>
        </div>
        {/* biome-ignore lint/a11y/noStaticElementInteractions: the keys act on the link that has the focus */}
        <div className="link-list" ref={list} onKeyDown={keyDown}>
          {shown.length === 0 && <p className="soft none">{t('pair.nothingShown')}</p>}
          {shown.map((at, index) => {
            const link = links[at]
            const before = shown[index - 1]
            const between = at - (before ?? -1) - 1
            if (!link) return null
            return (
              <div key={at}>
                {between > 0 && <p className="between">{t('pair.between', { count: between })}</p>}
                <LinkRow
                  {...(at === active && { ref: current })}
                  link={link}
                  texts={texts}
                  number={at + 1}
                  active={at === active}
                  context={!passes(filter, confidenceOf(link), link)}
                  mending={mending}
                  onActivate={() => mending.goTo(at)}
                />
              </div>
            )
          })}
          {shown.length === most && (
            <button type="button" className="button" onClick={() => setMost(most + mostShown)}>
              {t('pair.more')}
            </button>
          )}
        </div>
        <div className="pair-end">
          <p>
            <b>{t('pair.ready', { count: counts.ready })}</b>{' '}
            <span className="soft">{t('pair.notReady', { doubtful: counts.doubtful, alone: counts.alone })}</span>
          </p>
          <button
            type="button"
            className="button primary"
            disabled={counts.ready === 0}
            onClick={() => setDialog('memory')}
          >
            {t('pair.intoMemory')}
          </button>
          <button type="button" className="button" onClick={() => setDialog('document')}>
            {t('pair.asDocument')}
          </button>
        </div>
      </div>
      <aside className="pair-aside">
        <EvidenceAside texts={texts} link={links[active]} />
        <Keys />
      </aside>
      {dialog === 'memory' && (
        <IntoMemory texts={texts} links={links} onStored={() => setStored(true)} onClose={() => setDialog(null)} />
      )}
      {dialog === 'document' && (
        <AsDocument texts={texts} links={links} onStored={() => setStored(true)} onClose={() => setDialog(null)} />
      )}
      {asking}
    </div>
  )
}

/** What each key does to the active link, or which link it leads to. */
function keyed(mending: Mending, shown: readonly number[]): Readonly<Record<string, () => void>> {
  const step = (by: 1 | -1) => {
    const next = shown[shown.indexOf(mending.active) + by]
    if (next !== undefined) mending.goTo(next)
  }
  return {
    enter: mending.confirm,
    j: mending.join,
    s: mending.split,
    x: mending.unlink,
    u: () => mending.move(-1),
    d: () => mending.move(1),
    z: mending.undo,
    arrowleft: () => mending.frame(-1),
    arrowright: () => mending.frame(1),
    arrowup: () => step(-1),
    arrowdown: () => step(1),
  }
}

const keyNames = [
  ['↵', 'confirm'],
  ['J', 'join'],
  ['S', 'split'],
  ['← →', 'frame'],
  ['U D', 'move'],
  ['X', 'unlink'],
  ['Z', 'undo'],
  ['↑ ↓', 'step'],
] as const
const lines = ['sure', 'likely', 'doubtful', 'alone'] as const

function Keys() {
  const { t } = useTranslation()
  return (
    <section aria-label={t('pair.keys')}>
      <h2>{t('pair.keys')}</h2>
      <p className="soft">{t('pair.keysWhere')}</p>
      <ul>
        {keyNames.map(([key, name]) => (
          <li key={name}>
            <kbd>{key}</kbd> {t(`pair.key.${name}`)}
          </li>
        ))}
      </ul>
      <h2>{t('pair.lines')}</h2>
      <ul>
        {lines.map((name) => (
          <li key={name} data-confidence={name}>
            <span className="line" /> {t(`pair.line.${name}`)}
          </li>
        ))}
      </ul>
    </section>
  )
}
