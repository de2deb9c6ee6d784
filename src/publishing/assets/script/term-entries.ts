/** Shows the glossary's entry of a term beside its link, while that is pointed at or has the focus. */
export function showTermEntries(): void {
  const popover = document.createElement('div')
  popover.className = 'pop'
  popover.popover = 'manual'
  popover.id = 'pop'
  document.body.append(popover)
  let shown: HTMLAnchorElement | null = null

  function hide(): void {
    if (!shown) return
    shown.removeAttribute('aria-describedby')
    shown = null
    popover.hidePopover()
  }

  function show(link: HTMLAnchorElement): void {
    const entry = document.getElementById(link.hash.slice(1))
    // Browsers without popovers follow the link.
    if (!entry || !popover.showPopover || shown === link) return
    hide()
    popover.replaceChildren(...[...entry.children].map(lineOf))
    shown = link
    link.setAttribute('aria-describedby', 'pop')
    popover.showPopover()
    placeBeside(link, popover)
  }

  /**
   * A link that takes the focus outside the window scrolls the page to it, and something else comes under a resting
   * pointer: neither puts the entry of the focus away.
   */
  function isOfFocus(): boolean {
    return shown !== null && shown === document.activeElement && isInWindow(shown)
  }

  function showOrHide({ target }: Event): void {
    const link = around<HTMLAnchorElement>(target, 'a.t')
    if (link) show(link)
    else if (!around(target, '.pop') && !isOfFocus()) hide()
  }

  function keepOrHide(): void {
    if (shown && isOfFocus()) placeBeside(shown, popover)
    else hide()
  }

  addEventListener('pointerover', showOrHide)
  addEventListener('focusin', showOrHide)
  addEventListener('keydown', ({ key }) => key === 'Escape' && hide())
  addEventListener('scroll', keepOrHide, { passive: true })
}

/** A part of the entry, which is a `dt` or a `dd`, as a paragraph. */
function lineOf(part: Element): HTMLElement {
  const line = document.createElement('p')
  line.append(...[...part.childNodes].map((node) => node.cloneNode(true)))
  return line
}

/** Below the first line of the link, above it where there is no room, and never beyond the window. */
function placeBeside(link: Element, { style, offsetWidth, offsetHeight }: HTMLElement): void {
  const [box] = link.getClientRects()
  if (!box) return
  const { clientWidth, clientHeight } = document.documentElement
  const below = box.bottom + 6
  const above = Math.max(8, box.top - offsetHeight - 6)
  style.left = `${Math.max(8, Math.min(box.left, clientWidth - offsetWidth - 8))}px`
  style.top = `${below + offsetHeight > clientHeight ? above : below}px`
}

function isInWindow(element: Element): boolean {
  const { top, bottom } = element.getBoundingClientRect()
  return bottom > 0 && top < document.documentElement.clientHeight
}

function around<E extends Element>(target: EventTarget | null, selector: string): E | null {
  return target instanceof Element ? target.closest<E>(selector) : null
}
