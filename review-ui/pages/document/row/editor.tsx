import { type KeyboardEvent, type Ref, useEffect, useImperativeHandle, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { Finding } from '../../../../src/model/finding.ts'
import { isComposing } from '../../../keys/keys.ts'
import type { Markers } from '../../../text/editable.ts'
import { fitting } from '../logic/insertion.ts'
import { codeAt } from '../logic/next-code.ts'
import { MarkedText } from './marked-text.tsx'
import { useGhost } from './use-ghost.ts'

/** What keys, menu and panel do to the text. All of it can be undone with the browser's own undo. */
export interface EditorHandle {
  /** At the cursor, with the spaces English asks for. */
  insert(words: string): void
  replace(from: number, to: number, words: string): void
  replaceAll(words: string): void
  /** What is chosen in it. */
  chosen(): { readonly from: number; readonly to: number }
  choose(from: number, to: number): void
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
  markers,
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
  /** How the inline codes of the sentence are written in it: keys pass each, and take each out, as one. */
  markers: Markers
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
      chosen: () => ({ from: field.current?.selectionStart ?? 0, to: field.current?.selectionEnd ?? 0 }),
      choose(from, to) {
        field.current?.focus({ preventScroll: true })
        field.current?.setSelectionRange(from, to)
      },
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
    else if (plain && overCode(event.currentTarget, event.key, markers)) event.preventDefault()
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
        <MarkedText text={value} findings={findings} markers={markers} />
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
        onSelect={({ currentTarget }) => leaveCode(currentTarget, markers)}
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

/**
 * Passes a code with an arrow key as one sign, and chooses it with Backspace or Delete, so that the next press takes it
 * out whole. Whether the key was about a code.
 */
function overCode(field: HTMLTextAreaElement, key: string, markers: Markers): boolean {
  const { selectionStart: cursor, selectionEnd, value } = field
  if (cursor !== selectionEnd) return false
  const back = key === 'ArrowLeft' || key === 'Backspace'
  if (!back && key !== 'ArrowRight' && key !== 'Delete') return false
  const code = codeAt(value, markers, cursor, back ? 'before' : 'after')
  if (code === undefined) return false
  const end = code.from + code.text.length
  if (key === 'Backspace' || key === 'Delete') field.setSelectionRange(code.from, end)
  else if (back) field.setSelectionRange(code.from, code.from)
  else field.setSelectionRange(end, end)
  return true
}

/** A cursor never stands within a code: what is typed there would break it. */
function leaveCode(field: HTMLTextAreaElement, markers: Markers): void {
  const { selectionStart: cursor, selectionEnd, value } = field
  if (cursor !== selectionEnd) return
  const code = codeAt(value, markers, cursor, 'within')
  if (code === undefined) return
  const end = code.from + code.text.length
  const nearest = cursor - code.from < end - cursor ? code.from : end
  field.setSelectionRange(nearest, nearest)
}

function oneLine(text: string): string {
  return text.replace(/\s*[\r\n]+\s*/g, ' ')
}

function pick({ key, ctrlKey, metaKey, altKey, shiftKey, keyCode }: KeyboardEvent) {
  return { key, ctrlKey, metaKey, altKey, shiftKey, keyCode }
}
