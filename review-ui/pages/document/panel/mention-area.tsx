import { type ComponentProps, type KeyboardEvent, type RefObject, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { TextArea } from '../../../components/field.tsx'
import { isComposing } from '../../../keys/keys.ts'
import { type Mentionable, mentionAt, offeredPeople, withMention } from '../logic/mention.ts'

/** A text in which people are named after an `@`, from a list that arrow keys move in and Enter or Tab takes from. */
export function MentionArea({
  ref,
  value,
  people,
  onText,
  onNamed,
  onKeyDown,
  ...area
}: Omit<ComponentProps<typeof TextArea>, 'ref' | 'value' | 'onChange' | 'onSelect'> & {
  ref: RefObject<HTMLTextAreaElement | null>
  value: string
  people: readonly Mentionable[]
  onText: (text: string) => void
  /** Somebody was taken from the list. */
  onNamed: (id: string) => void
}) {
  const { t } = useTranslation()
  const list = useId()
  const [caret, setCaret] = useState<number | null>(null)
  const [at, setAt] = useState(0)
  const naming = caret === null ? null : mentionAt(value, caret)
  const offered = naming === null ? [] : offeredPeople(naming.query, people)
  const current = offered[Math.min(at, offered.length - 1)]
  const take = (person: Mentionable) => {
    if (naming === null || caret === null) return
    const put = withMention(value, { from: naming.from, caret }, person)
    onText(put.text)
    onNamed(person.id)
    setCaret(null)
    requestAnimationFrame(() => {
      ref.current?.focus({ preventScroll: true })
      ref.current?.setSelectionRange(put.caret, put.caret)
    })
  }
  const keyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    const plain = !event.ctrlKey && !event.metaKey && !event.altKey && !event.shiftKey
    if (current === undefined || !plain || isComposing(event.nativeEvent)) return onKeyDown?.(event)
    const place = offered.indexOf(current)
    if (event.key === 'ArrowDown') setAt((place + 1) % offered.length)
    else if (event.key === 'ArrowUp') setAt((place + offered.length - 1) % offered.length)
    else if (event.key === 'Enter' || event.key === 'Tab') take(current)
    else if (event.key === 'Escape') setCaret(null)
    else return onKeyDown?.(event)
    event.preventDefault()
  }
  return (
    <div className="mention-area">
      <TextArea
        {...area}
        ref={ref}
        value={value}
        aria-autocomplete="list"
        aria-controls={current && list}
        aria-activedescendant={current && `${list}-${current.id}`}
        onChange={({ target }) => {
          onText(target.value)
          setCaret(target.selectionStart)
          setAt(0)
        }}
        onKeyDown={keyDown}
        onBlur={() => setCaret(null)}
      />
      {current !== undefined && (
        <div className="offered-people" id={list} role="listbox" aria-label={t('comments.people')}>
          {offered.map((person) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the field above has the keys
            <div
              key={person.id}
              id={`${list}-${person.id}`}
              role="option"
              aria-selected={person === current}
              tabIndex={-1}
              // The field keeps the focus.
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => take(person)}
            >
              {person.name}
            </div>
          ))}
        </div>
      )}
    </div>
  )
}
