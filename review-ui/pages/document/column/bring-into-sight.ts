/** Scrolls only as far as needed; a jump lands with context around the row. */
export function bringIntoSight(row: HTMLElement | null): void {
  const scroll = () => {
    if (row === null) return
    const { top, bottom } = row.getBoundingClientRect()
    const fits = top >= 150 && bottom <= innerHeight - 16
    if (!fits) row.scrollIntoView({ block: bottom - top < innerHeight - 220 ? 'center' : 'start' })
  }
  scroll()
  // Rows out of sight have only an estimated height until they come near: once they are laid out it is looked again.
  requestAnimationFrame(scroll)
}
