/**
 * What the pages gain where scripts run: a term's entry beside it, and a button that copies the citation of the sentence
 * one has linked to. Everything is in the page without it. It reads the page's own elements and sends nothing.
 */
export const pageScript = `(() => {
const $ = (selector) => document.querySelector(selector)
const pop = document.createElement('div')
pop.className = 'pop'
pop.popover = 'manual'
pop.id = 'pop'
document.body.append(pop)
let shown = null
const hide = () => {
  if (!shown) return
  shown.removeAttribute('aria-describedby')
  shown = null
  pop.hidePopover()
}
const show = (link) => {
  const entry = document.getElementById(link.hash.slice(1))
  if (!entry || !pop.showPopover || shown === link) return
  hide()
  pop.replaceChildren(...[...entry.children].map((part) => {
    const line = document.createElement('p')
    line.append(...[...part.childNodes].map((node) => node.cloneNode(true)))
    return line
  }))
  shown = link
  link.setAttribute('aria-describedby', 'pop')
  pop.showPopover()
  const at = link.getClientRects()[0]
  const room = document.documentElement
  const below = at.bottom + 6
  pop.style.left = Math.max(8, Math.min(at.left, room.clientWidth - pop.offsetWidth - 8)) + 'px'
  pop.style.top = (below + pop.offsetHeight > room.clientHeight ? Math.max(8, at.top - pop.offsetHeight - 6) : below) + 'px'
}
const termOf = (target) => target instanceof Element ? target.closest('a.t') : null
addEventListener('pointerover', (event) => {
  const link = termOf(event.target)
  if (link) show(link)
  else if (!(event.target instanceof Element && event.target.closest('.pop'))) hide()
})
addEventListener('focusin', (event) => { const link = termOf(event.target); if (link) show(link); else hide() })
addEventListener('keydown', (event) => { if (event.key === 'Escape') hide() })
addEventListener('scroll', hide, { passive: true })
const copy = $('#copy')
if (!copy || !navigator.clipboard) return
const words = [...copy.childNodes]
const linked = () => {
  const target = location.hash.length > 1 ? document.getElementById(decodeURIComponent(location.hash.slice(1))) : null
  return target?.classList.contains('s') ? target : null
}
const offer = () => { copy.hidden = !linked(); copy.replaceChildren(...words) }
addEventListener('hashchange', offer)
offer()
copy.addEventListener('click', async () => {
  const target = linked()
  if (!target) return
  const address = new URL(copy.dataset.address, location.href).href + '#' + target.id
  const segment = target.querySelector('.n').textContent
  const filled = [copy.dataset.zh, copy.dataset.en].map((text) => text.replace('{segment}', () => segment).replace('{address}', () => address))
  const only = $('#v3:checked') ? 0 : $('#v4:checked') ? 1 : -1
  await navigator.clipboard.writeText(only < 0 ? filled.join('\\n') : filled[only])
  copy.textContent = copy.dataset.done
})
})()
`
