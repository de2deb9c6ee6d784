import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual'
import {
  type KeyboardEvent,
  memo,
  type Ref,
  useEffect,
  useImperativeHandle,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { expectDefined } from '../../../../src/model/expect.ts'
import { plain } from '../../../../src/model/inline.ts'
import { Icon } from '../../../components/icon.tsx'
import { indexAfter, useFocusList, useOnceDrawn } from '../../../interaction/focus.ts'
import { keyLabel, useBindings } from '../../../keys/bindings.ts'
import { displayedStates } from '../logic/displayed-state.ts'
import type { RowsById } from '../logic/reading.ts'
import { firstWords, type Section, segmentIdsOf } from '../logic/sections.ts'
import type { SectionTally } from '../logic/tallies.ts'

export interface OutlineHandle {
  /** Gives the focus to the entry of the part that is being worked on. */
  focus(): void
}

interface OutlineProps {
  readonly ref?: Ref<OutlineHandle>
  readonly sections: readonly Section[]
  readonly byId: RowsById
  /** How far each section is. */
  readonly tallies: readonly SectionTally[]
  /** The index of the section that is being worked on. */
  readonly current: number | undefined
  readonly hrefOf: (segment: string) => string
  readonly onGo: (segment: string) => void
}

/** The contents of the document with how far each part has come, and what the rules between the columns mean. */
export function Outline(props: OutlineProps) {
  const { t } = useTranslation()
  const bindings = useBindings()
  return (
    <>
      <nav aria-label={t('outline.label')}>
        <h2>{t('outline.label')}</h2>
        <Entries {...props} />
      </nav>
      <section className="legend" aria-label={t('outline.legend')}>
        <ul>
          {displayedStates.map((look) => (
            <li key={look} data-look={look}>
              <span className="rule" />
              <Icon name={look} />
              {t(`look.${look}`)}
            </li>
          ))}
        </ul>
        <p>
          <kbd>{keyLabel(bindings.help)}</kbd> {t('outline.keys')}
        </p>
      </section>
    </>
  )
}

/** The parts of the document. Only those in sight are drawn, and the one that is worked on or has the focus. */
const Entries = memo(function Entries({ ref, sections, byId, tallies, current, hrefOf, onGo }: OutlineProps) {
  const links = useFocusList<number>()
  const onceDrawn = useOnceDrawn()
  const entries = useMemo(() => entriesOf(sections), [sections])
  const currentEntry = entries.findIndex(({ index }) => index === current)
  const stop = Math.max(currentEntry, 0)
  const [focused, setFocused] = useState(stop)
  const { list, above, virtualizer } = useEntriesInSight(entries, [stop, focused])
  useEffect(() => virtualizer.scrollToIndex(stop), [virtualizer, stop])
  const focus = (place: number) => {
    setFocused(place)
    onceDrawn(() => void links.focus(place))
  }
  // One stop for Tab; the arrow keys move among the entries.
  const follow = (event: KeyboardEvent) => {
    const next = indexAfter(event, links.keyOf(event.target) ?? -1, entries.length)
    if (next === undefined) return
    event.preventDefault()
    if (next >= 0 && next < entries.length) focus(next)
  }
  useImperativeHandle(ref, () => ({ focus: () => focus(stop) }))
  return (
    <ol ref={list} style={{ height: virtualizer.getTotalSize() }} onKeyDown={follow}>
      {virtualizer.getVirtualItems().map((item) => {
        const { section, index, first } = expectDefined(entries[item.index], 'an entry that is drawn')
        return (
          <li
            key={section.id}
            ref={virtualizer.measureElement}
            data-index={item.index}
            style={{ top: item.start - above }}
            className={`${section.type} level-${section.level}`}
            aria-posinset={item.index + 1}
            aria-setsize={entries.length}
          >
            <Link
              ref={links.ref(item.index)}
              href={hrefOf(first)}
              replace
              tabIndex={item.index === stop ? 0 : -1}
              aria-current={index === current ? 'true' : undefined}
              onClick={() => onGo(first)}
            >
              <Name section={section} byId={byId} />
              <Counts tally={expectDefined(tallies[index], 'the tally of a section')} />
            </Link>
          </li>
        )
      })}
    </ol>
  )
})

interface Entry {
  readonly section: Section
  readonly index: number
  /** Its first segment. */
  readonly first: string
}

/** The sections in which there is something to read. */
function entriesOf(sections: readonly Section[]): readonly Entry[] {
  return sections.flatMap((section, index) => {
    const [first] = segmentIdsOf(section)
    return first === undefined ? [] : [{ section, index, first }]
  })
}

/** Which entries are drawn: those in sight and the pinned ones; and how much stands above the list in what scrolls. */
function useEntriesInSight(entries: readonly Entry[], pinned: readonly number[]) {
  const list = useRef<HTMLOListElement>(null)
  const scroller = useRef<HTMLElement | null>(null)
  const [above, setAbove] = useState(0)
  useLayoutEffect(() => {
    scroller.current ??= scrollerOf(list.current)
    if (list.current === null || scroller.current === null) return
    const { top } = list.current.getBoundingClientRect()
    setAbove(Math.round(top - scroller.current.getBoundingClientRect().top + scroller.current.scrollTop))
  }, [])
  const virtualizer = useVirtualizer<HTMLElement, HTMLLIElement>({
    count: entries.length,
    getScrollElement() {
      scroller.current ??= scrollerOf(list.current)
      return scroller.current
    },
    getItemKey: (place) => entries[place]?.section.id ?? place,
    estimateSize: (place) => (entries[place]?.section.type === 'heading' ? 52 : 32),
    overscan: 8,
    scrollMargin: above,
    rangeExtractor: (range) => {
      const drawn = new Set([...defaultRangeExtractor(range), ...pinned.filter((place) => place < entries.length)])
      return [...drawn].sort((a, b) => a - b)
    },
  })
  return { list, above, virtualizer }
}

/** What an element scrolls in. */
function scrollerOf(element: HTMLElement | null): HTMLElement | null {
  for (let parent = element?.parentElement; parent; parent = parent.parentElement) {
    if (['auto', 'scroll'].includes(getComputedStyle(parent).overflowY)) return parent
  }
  return null
}

function Name({ section, byId }: { section: Section; byId: RowsById }) {
  const { type, label, speaker, blocks } = section
  if (type === 'heading') {
    const headings = blocks.filter(({ kind }) => kind === 'heading')
    const rows = segmentIdsOf({ blocks: headings }).flatMap((id) => byId.get(id) ?? [])
    const textOf = (side: 'source' | 'target') => rows.map(({ segment }) => plain(segment[side])).join(' ')
    const english = textOf('target').trim()
    return (
      <span className="name">
        <span className="zh" lang="zh-CN">
          {textOf('source')}
        </span>
        {english !== '' && <span lang="en">{english}</span>}
      </span>
    )
  }
  const [first = ''] = segmentIdsOf(section)
  return (
    <span className="name">
      {label && <b>{label}</b>}{' '}
      <span lang="zh-CN">{speaker ?? firstWords(plain(byId.get(first)?.segment.source ?? []))}</span>
    </span>
  )
}

function Counts({ tally: { rows, reviewed, errors, returned } }: { tally: SectionTally }) {
  const { t } = useTranslation()
  return (
    <span className="counts">
      {returned > 0 && (
        <span className="red">
          <Icon name="returned" label={t('look.returned')} />
          {returned}
        </span>
      )}
      {errors > 0 && (
        <span className="red">
          <Icon name="error" label={t('finding.error')} />
          {errors}
        </span>
      )}
      {reviewed === rows ? (
        <Icon name="reviewed" label={t('outline.done')} />
      ) : (
        <span title={t('outline.reviewed')}>
          {reviewed}/{rows}
        </span>
      )}
    </span>
  )
}
