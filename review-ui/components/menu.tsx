import { type ReactNode, useEffect, useRef } from 'react'

/** A button that opens a small sheet of links and buttons; closes on Escape, on a choice and on leaving it. */
export function Menu({ label, className, children }: { label: ReactNode; className?: string; children: ReactNode }) {
  const ref = useRef<HTMLDetailsElement>(null)
  const opener = useRef<HTMLElement>(null)
  useEffect(() => {
    const outside = (event: Event) => {
      const menu = ref.current
      if (menu?.open && event.target instanceof Node && !menu.contains(event.target)) menu.open = false
    }
    document.addEventListener('pointerdown', outside)
    document.addEventListener('focusin', outside)
    return () => {
      document.removeEventListener('pointerdown', outside)
      document.removeEventListener('focusin', outside)
    }
  }, [])
  return (
    <details
      ref={ref}
      className={`menu ${className ?? ''}`}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !ref.current?.open) return
        event.stopPropagation()
        ref.current.open = false
        opener.current?.focus()
      }}
      onClick={(event) => {
        const chosen = event.target instanceof Element && event.target.closest('.sheet a, .sheet button')
        if (chosen && ref.current) ref.current.open = false
      }}
    >
      <summary ref={opener}>{label}</summary>
      <div className="sheet">{children}</div>
    </details>
  )
}
