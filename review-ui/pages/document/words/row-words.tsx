import { type Ref, type RefObject, useCallback, useImperativeHandle, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { plain } from '../../../../src/model/inline.ts'
import { mayDo } from '../../../../src/model/permissions.ts'
import { whenLoaded } from '../../../components/when-loaded.tsx'
import { type ChosenSide, type ChosenWords, nothingChosen } from '../logic/chosen-words.ts'
import type { Reading } from '../logic/reading.ts'
import type { Row } from '../logic/row.ts'
import { useRoom } from '../room/room-context.tsx'
import type { RowState } from '../row/use-row-state.ts'
import { ChooseDialog } from './choose-dialog.tsx'
import { ChosenBar } from './chosen-bar.tsx'
import type { TermWish } from './term-wish.ts'
import { useChosenWords } from './use-chosen-words.ts'
import { useWordsHighlight } from './use-words-highlight.ts'

// Few come to it: it is loaded with the glossary's form when somebody does.
const TermOfWords = whenLoaded(async () => (await import('./term-of-words.tsx')).TermOfWords)

/** How many other sentences of the document are asked what the words are in the other language. */
const mostHere = 400

export interface RowWordsHandle {
  /** Makes a term of the chosen words, or asks for words where none are chosen. */
  term(): void
}

/** What can be done with some words of the row one works on. */
export function RowWords({
  ref,
  section,
  row,
  reading,
  state,
  onDone,
  onSay,
}: {
  ref: Ref<RowWordsHandle>
  section: RefObject<HTMLElement | null>
  row: Row
  reading: Reading
  state: RowState
  /** Gives the focus back to the text. */
  onDone: () => void
  onSay: (what: 'comments' | 'quality', segment: string, on: ChosenSide) => void
}) {
  const { t } = useTranslation()
  const { me, view } = useRoom()
  const { chosen, choose } = useChosenWords(section, row, state)
  useWordsHighlight(section, row.segment, state.now.text, chosen)
  const [wish, setWish] = useState<TermWish | null>(null)
  const [choosing, setChoosing] = useState(false)
  const first = useRef<HTMLButtonElement>(null)
  const isAny = chosen.source !== null || chosen.target !== null
  const term = ({ source, target }: ChosenWords) =>
    setWish({ type: 'add', source: source?.text ?? '', target: target?.text ?? '' })
  useImperativeHandle(ref, () => ({
    term() {
      if (!mayDo(me, 'propose-term')) return
      if (isAny) term(chosen)
      else setChoosing(true)
    },
  }))
  const here = useCallback(
    () =>
      [...view.get().state.segments.values()]
        .filter(({ state }) => state !== 'initial')
        .slice(0, mostHere)
        .map(({ source, target }) => ({ source: plain(source), target: plain(target) })),
    [view],
  )
  return (
    <>
      {isAny && wish === null && (
        <ChosenBar
          ref={first}
          chosen={chosen}
          terms={termsOf(reading, row, chosen)}
          onTerm={() => term(chosen)}
          onForbid={(term, english) => setWish({ type: 'forbid', term, english })}
          onSay={(what, on) => {
            choose(nothingChosen)
            onSay(what, row.id, on)
          }}
          onClear={() => {
            choose(nothingChosen)
            onDone()
          }}
        />
      )}
      {choosing && (
        <ChooseDialog
          title={t('chosen.title')}
          submit={t(mayDo(me, 'decide-term') ? 'chosen.term' : 'chosen.proposeTerm')}
          source={plain(row.segment.source)}
          target={state.now.text}
          onChosen={(words) => {
            setChoosing(false)
            term(words)
          }}
          onClose={() => setChoosing(false)}
        />
      )}
      {wish && (
        <div className="term-of-words">
          <TermOfWords
            wish={wish}
            sentence={plain(row.segment.source)}
            here={here}
            onClose={() => {
              setWish(null)
              choose(nothingChosen)
              onDone()
            }}
          />
        </div>
      )}
    </>
  )
}

/** The terms of a sentence, each once; those that the chosen Chinese is of stand first. */
function termsOf({ checker }: Reading, { segment }: Row, { source }: ChosenWords) {
  const marks = checker.marksOf(segment.source).filter((mark) => mark.type === 'term')
  const isChosen = ({ from, to }: { from: number; to: number }) =>
    source !== null && from < source.to && source.from < to
  const ordered = [...marks.filter(isChosen), ...marks.filter((mark) => !isChosen(mark))]
  return [...new Map(ordered.map(({ term }) => [term.id, term])).values()]
}
