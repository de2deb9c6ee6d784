import { type KeyboardEvent, type Ref, useEffect, useImperativeHandle, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import type { EngineSettingsView } from '../../../../src/contract/views/engines.ts'
import { type EngineName, engineNames } from '../../../../src/model/engine.ts'
import { destinationOfEngine } from '../../../../src/model/engine-destination.ts'
import type { Inline } from '../../../../src/model/inline.ts'
import { call } from '../../../api.ts'
import { FailureNotice } from '../../../components/failure-notice.tsx'
import { Key } from '../../../components/key.tsx'
import { useFocusList, useOnceDrawn } from '../../../interaction/focus.ts'
import { useStore } from '../../../interaction/store.ts'
import { useRemote } from '../../../interaction/use-remote.ts'
import { useBindings } from '../../../keys/bindings.ts'
import { digitOf, menuLetters, placeAfter } from '../../../keys/keys.ts'
import { announce } from '../../../shell/announce.tsx'
import { toEditable } from '../../../text/editable.ts'
import { roleOf } from '../../engines/logic/roles.ts'
import { isSetUp } from '../../engines/logic/set-up.ts'
import { useDestinationWords, useEngineWords } from '../../engines/use-engine-words.ts'
import type { Reading } from '../logic/reading.ts'
import type { Row } from '../logic/row.ts'
import type { AskedDraft } from '../room/asked-drafts.ts'
import { useRoom } from '../room/room-context.tsx'
import { DraftToCompare } from './draft-to-compare.tsx'

/** What the page asks of the drafts beside one's own text. */
export interface OtherDraftsHandle {
  focus(): void
}

/**
 * Other drafts of a sentence under one's own text: any engine that may be asked for one, one draft below the other. What
 * is used goes into the editor, where it can be undone; one's own words are saved first, so that the history has them.
 */
export function OtherDrafts({
  ref,
  row,
  reading,
  own,
  onUse,
  onLeave,
}: {
  ref: Ref<OtherDraftsHandle>
  row: Row
  reading: Reading
  /** One's own English as it stands in the editor. */
  own: string
  /** Puts a draft in place of one's own; null where one may not. */
  onUse: ((english: string) => void) | null
  /** Goes back to one's own text. */
  onLeave: () => void
}) {
  const { t } = useTranslation()
  const { otherDrafts, putDraftsAway, askForDraft } = useRoom()
  const drafts = useStore(otherDrafts, (all) => all.get(row.id)) ?? []
  const { menu } = useBindings()
  const engineWords = useEngineWords()
  const remote = useRemote('engines', (signal) => call('engines', { signal }))
  const list = useFocusList<EngineName>()
  const onceDrawn = useOnceDrawn()
  const settings = remote.data?.settings
  const offered = settings === undefined ? [] : offeredIn(settings)
  const asks = useFocusList<EngineName | 'away'>()
  const waits = useRef(false)
  useImperativeHandle(ref, () => ({
    focus() {
      // Until it is known who may be asked, the focus waits.
      waits.current = settings === undefined
      if (!list.focus(drafts.find(isUsable)?.engine)) asks.focus(offered[0] ?? 'away')
    },
  }))
  const [firstOffered] = offered
  useEffect(() => {
    if (!waits.current || settings === undefined) return
    waits.current = false
    if (!list.focus(drafts.find(isUsable)?.engine)) asks.focus(firstOffered ?? 'away')
  }, [settings, firstOffered, list, asks, drafts])
  const usable = drafts.filter(isUsable)
  const use = (draft: AskedDraft) => {
    const english = englishOf(draft)
    if (onUse === null || english === null) return
    onUse(toEditable(english, row.segment.source))
    announce(t('otherDrafts.used', { engine: engineWords(draft.engine) }))
  }
  const keyDown = (event: KeyboardEvent) => {
    const at = usable.findIndex(({ engine }) => engine === list.keyOf(event.target))
    const next = placeAfter(event.key, at, usable.length)
    const digit = digitOf(event)
    const chosen = digit === null ? undefined : drafts[digit - 1]
    if (event.key === 'Escape') onLeave()
    else if (chosen) use(chosen)
    else if (next !== undefined && usable.length > 0)
      list.focus(usable[Math.min(Math.max(next, 0), usable.length - 1)]?.engine)
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: a group of drafts is no fieldset
    <div className="other-drafts" role="group" aria-label={t('otherDrafts.title')} onKeyDown={keyDown}>
      <header>
        <p>
          <b>{t('otherDrafts.title')}</b> <span className="soft">{t('otherDrafts.hint')}</span>
        </p>
        <Key chord={menu} then={menuLetters.otherDrafts} />
      </header>
      {drafts.map((draft, index) => (
        <DraftToCompare
          key={draft.engine}
          ref={list.ref(draft.engine)}
          number={index + 1}
          draft={draft}
          row={row}
          reading={reading}
          own={own}
          onUse={onUse === null ? null : () => use(draft)}
        />
      ))}
      <FailureNotice failure={remote.failure} />
      <div className="asks">
        {settings && offered.length === 0 && (
          <p>
            {t('otherDrafts.none')} <Link href="/engines">{t('otherDrafts.noneNext')}</Link>
          </p>
        )}
        {settings &&
          offered.map((engine) => (
            <AskButton
              key={engine}
              ref={asks.ref(engine)}
              engine={engine}
              where={settings}
              state={drafts.find((draft) => draft.engine === engine)?.outcome.type}
              onAsk={() => void askForDraft(row.id, engine).then(() => onceDrawn(() => list.focus(engine)))}
            />
          ))}
        <button
          type="button"
          className="button"
          ref={asks.ref('away')}
          onClick={() => {
            putDraftsAway(row.id)
            onLeave()
          }}
        >
          {t('otherDrafts.putAway')}
        </button>
      </div>
      <p className="soft hint">{t(onUse === null ? 'otherDrafts.readOnly' : 'otherDrafts.keys')}</p>
    </div>
  )
}

function AskButton({
  ref,
  engine,
  where,
  state,
  onAsk,
}: {
  ref: Ref<HTMLButtonElement>
  engine: EngineName
  where: EngineSettingsView
  state: AskedDraft['outcome']['type'] | undefined
  onAsk: () => void
}) {
  const { t } = useTranslation()
  const name = useEngineWords()(engine)
  const destinationWords = useDestinationWords()
  const isAsking = state === 'asking'
  return (
    <span>
      <button
        type="button"
        className="button"
        ref={ref}
        aria-disabled={isAsking}
        onClick={isAsking ? undefined : onAsk}
      >
        {t(state === undefined ? 'otherDrafts.ask' : 'otherDrafts.askAgain', { engine: name })}
      </button>{' '}
      <small className="soft">{destinationWords(engine, where).words}</small>
    </span>
  )
}

/** The engines that may be asked for a draft; those that keep the text on this machine first. */
function offeredIn(settings: EngineSettingsView): readonly EngineName[] {
  const leaves = (engine: EngineName) => Number(destinationOfEngine(engine, settings).type !== 'here')
  return engineNames
    .filter((engine) => engine !== 'memory' && roleOf(engine, settings) !== 'off' && isSetUp(engine, settings))
    .toSorted((a, b) => leaves(a) - leaves(b))
}

function englishOf({ outcome }: AskedDraft): Inline | null {
  if (outcome.type !== 'answered' || outcome.answer.draft === null) return null
  return outcome.answer.draft.target
}

function isUsable(draft: AskedDraft): boolean {
  return englishOf(draft) !== null
}
