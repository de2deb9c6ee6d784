import { type ReactNode, useId } from 'react'
import { type FocusList, useFocusList } from '../interaction/focus.ts'

export interface Tab<Name extends string> {
  readonly name: Name
  readonly label: string
  readonly count?: number
}

/** Tabs as WAI-ARIA has them: one stop for Tab, arrows between them. */
export function Tabs<Name extends string>({
  buttons,
  label,
  tabs,
  selected,
  onSelect,
  children,
}: {
  /** The buttons, where somebody else moves the focus to them too. */
  buttons?: FocusList<Name>
  label: string
  tabs: readonly Tab<Name>[]
  selected: Name
  onSelect: (name: Name) => void
  children: ReactNode
}) {
  const id = useId()
  const inner = useFocusList<Name>()
  const places = buttons ?? inner
  const move = (from: number, by: number) => {
    const tab = tabs[(from + by + tabs.length) % tabs.length]
    if (!tab) return
    onSelect(tab.name)
    places.focus(tab.name)
  }
  return (
    <>
      <div className="tabs" role="tablist" aria-label={label}>
        {tabs.map((tab, index) => (
          <button
            key={tab.name}
            ref={places.ref(tab.name)}
            type="button"
            role="tab"
            id={`${id}-${tab.name}`}
            aria-selected={tab.name === selected}
            aria-controls={`${id}-panel`}
            tabIndex={tab.name === selected ? 0 : -1}
            onClick={() => onSelect(tab.name)}
            onKeyDown={(event) => {
              if (event.key === 'ArrowRight') move(index, 1)
              else if (event.key === 'ArrowLeft') move(index, -1)
            }}
          >
            {tab.label}
            {tab.count !== undefined && tab.count > 0 && <sup>{tab.count}</sup>}
          </button>
        ))}
      </div>
      <div role="tabpanel" id={`${id}-panel`} aria-labelledby={`${id}-${selected}`} className="tab-panel">
        {children}
      </div>
    </>
  )
}
