import { type KeyboardEvent, type Ref, useEffect, useImperativeHandle, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { Finding } from '../../../../src/model/finding.ts'
import { isComposing } from '../../../keys/keys.ts'
import { fitting } from '../logic/insertion.ts'
import { MarkedText } from './marked-text.tsx'
import { useGhost } from './use-ghost.ts'

/** What keys, menu and panel do to the text. All of it can be undone with the browser's own undo. */
export interface EditorHandle {
  /** At the cursor, with the spaces English asks for. */
  insert(words: string): void
  replace(from: number, to: number, words: string): void
  replaceAll(words: string): void
  focus(): void
  hasFocus(): boolean
}

/**
 * The English as text in a plain text field. What findings concern is marked on a copy of the text behind it, which
 * also gives the field its height; the copy is for the eye only.
 */
export function Editor({
  ref,
  label,
  value,
  findings,
  caret,
  onType,
  onLeave,
  onEscape,
  onStep,
  complete,
}: {
  ref: Ref<EditorHandle>
  label: string
  value: string
  findings: readonly Finding[]
  /** Where the text was pressed to begin editing it. */
  caret: number | null
  onType: (text: string) => void
  onLeave: () => void
  onEscape: () => void
  /** The arrow keys ran out of the text. */
  onStep: (by: 1 | -1) => void
  /** What may be typed next after a text; null for nothing. */
  complete: (before: string) => string | null
}) {
  const { t } = useTranslation()
  const field = useRef<HTMLTextAreaElement>(null)
  const ghost = useGhost(value, complete)
  useImperativeHandle(ref, () => {
    const put = (from: number, to: number, words: string) => {
      const area = field.current
      if (!area) return
      area.focus({ preventScroll: true })
      area.setSelectionRange(from, to)
      // The one way of changing a field that the browser's undo knows of.
      const done = words === '' ? document.execCommand('delete') : document.execCommand('insertText', false, words)
      if (!done) {
        area.setRangeText(words, from, to, 'end')
        area.dispatchEvent(new InputEvent('input', { bubbles: true }))
      }
    }
    return {
      insert(words) {
        const area = field.current
        if (!area) return
        const { selectionStart, selectionEnd, value } = area
        put(selectionStart, selectionEnd, fitting(words, value.slice(0, selectionStart), value.slice(selectionEnd)))
      },
      replace: put,
      replaceAll: (words) => put(0, field.current?.value.length ?? 0, words),
      focus: () => field.current?.focus({ preventScroll: true }),
      hasFocus: () => document.activeElement === field.current,
    }
  }, [])
  useEffect(() => {
    if (caret !== null) field.current?.setSelectionRange(caret, caret)
  }, [caret])
  const keyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (isComposing({ ...event, ...pick(event), isComposing: event.nativeEvent.isComposing })) return
    const plain = !event.ctrlKey && !event.metaKey && !event.altKey && !event.shiftKey
    const { selectionStart, selectionEnd, value } = event.currentTarget
    if (ghost.text !== '' && event.key === 'Escape') ghost.putAway()
    else if (ghost.text !== '' && plain && event.key === 'Tab') {
      event.preventDefault()
      document.execCommand('insertText', false, ghost.text)
    } else if (event.key === 'Escape') onEscape()
    // A sentence has no lines: Enter by itself does nothing in it.
    else if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey) event.preventDefault()
    else if (plain && event.key === 'ArrowDown' && selectionStart === value.length) {
      event.preventDefault()
      onStep(1)
    } else if (plain && event.key === 'ArrowUp' && selectionEnd === 0) {
      event.preventDefault()
      onStep(-1)
    }
  }
  return (
    <div className="editor en">
      <div className="behind" lang="en" aria-hidden="true">
        <MarkedText text={value} findings={findings} />
        {ghost.text !== '' && (
          <>
            <span className="ghost">{ghost.text}</span> <span className="ghost-key">Tab</span>
          </>
        )}
        {/* A last line has a height only if something stands in it. */}
        {'\u200B'}
      </div>
      <textarea
        ref={field}
        lang="en"
        spellCheck
        autoComplete="off"
        aria-label={label}
        placeholder={t('document.placeholder')}
        value={value}
        onChange={(event) => {
          onType(oneLine(event.target.value))
          ghost.typed(event.target, event.nativeEvent)
        }}
        onCompositionStart={ghost.putAway}
        onKeyDown={keyDown}
        onPaste={(event) => {
          const words = event.clipboardData.getData('text/plain')
          if (!/[\r\n]/.test(words)) return
          // A sentence has no lines; put in by hand, so that it can be undone.
          event.preventDefault()
          document.execCommand('insertText', false, oneLine(words))
        }}
        onBlur={() => {
          ghost.putAway()
          onLeave()
        }}
      />
    </div>
  )
}

function oneLine(text: string): string {
  return text.replace(/\s*[\r\n]+\s*/g, ' ')
}

function pick({ key, ctrlKey, metaKey, altKey, shiftKey, keyCode }: KeyboardEvent) {
  return { key, ctrlKey, metaKey, altKey, shiftKey, keyCode }
}
