/** How long what comes late may still move a row out of sight, in milliseconds: after that the page is the reader's. */
const settling = 5000

/** What says that somebody reads on by themselves: from then on nothing scrolls by itself. */
const acts = ['wheel', 'touchmove', 'pointerdown', 'keydown'] as const

let letGo = () => {}

/**
 * Scrolls only as far as needed; a jump lands with context around the row. Rows out of sight have only an estimated
 * height until they come near, and findings come later still: the row is brought back as long as they push it away.
 */
export function bringIntoSight(row: HTMLElement | null): void {
  letGo()
  if (row === null) return
  const scroll = () => {
    if (row.isConnected && !isInSight(row)) row.scrollIntoView({ block: isTall(row) ? 'start' : 'center' })
  }
  scroll()
  const growth = new ResizeObserver(scroll)
  growth.observe(row)
  if (row.parentElement) growth.observe(row.closest('.column') ?? row.parentElement)
  const end = () => {
    growth.disconnect()
    clearTimeout(timer)
    for (const act of acts) removeEventListener(act, end, true)
  }
  const timer = setTimeout(end, settling)
  for (const act of acts) addEventListener(act, end, { capture: true, passive: true })
  letGo = end
}

/**
 * Between what sticks to the top of the page and what may stick to its end, for which its style leaves room; of a row
 * taller than the window its beginning counts.
 */
function isInSight(row: HTMLElement): boolean {
  const { top, bottom } = row.getBoundingClientRect()
  const room = Number.parseFloat(getComputedStyle(row).scrollMarginBottom) - 16
  return top >= 150 && (isTall(row) ? top <= innerHeight / 2 : bottom <= innerHeight - Math.max(16, room))
}

function isTall(row: HTMLElement): boolean {
  return row.offsetHeight >= innerHeight - 220
}
