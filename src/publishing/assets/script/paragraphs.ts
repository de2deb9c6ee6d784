/**
 * Offers the view of paragraphs: for each row its sentences running on, and beside them their English running on, which the
 * style sheet shows. They are made when they are first asked for.
 */
export function offerParagraphs(): void {
  const input = document.querySelector<HTMLInputElement>('#v2')
  const label = input?.closest('label')
  if (!input || !label) return
  const pairs = new Map<Element, Element>()
  label.hidden = false

  const make = () => {
    if (pairs.size > 0) return
    for (const row of document.querySelectorAll('.r')) pairRow(row, pairs)
    followTarget()
  }

  /** Marks the other text of the sentence that is linked to. */
  const followTarget = () => {
    const target = document.getElementById(location.hash.slice(1))
    for (const each of document.querySelectorAll('.target')) each.classList.remove('on', 'target')
    if (target) pairs.get(target)?.classList.add('on', 'target')
  }

  for (const type of ['pointerover', 'focusin'] as const)
    addEventListener(type, ({ target }) => markOther(target, pairs))
  addEventListener('hashchange', followTarget)
  document.addEventListener('change', () => input.checked && make())
  // A browser that goes back to the page has kept the choice.
  if (input.checked) make()
}

/** Gathers the sentences of a row, and puts copies of their English after them; `pairs` gets both ways of each pair. */
function pairRow(row: Element, pairs: Map<Element, Element>): void {
  const sentences = [...row.querySelectorAll('[id]')]
  const tag = row.matches('span') ? 'span' : 'div'
  const [running, english] = [document.createElement(tag), document.createElement(tag)]
  running.className = 'm'
  english.className = 'en'
  english.lang = 'en'
  running.append(...sentences)
  for (const sentence of sentences) {
    const copy = document.createElement('span')
    const text = sentence.querySelector(':scope > [lang="en"]')
    copy.append(...[...(text?.childNodes ?? [])].map((node) => node.cloneNode(true)))
    english.append(copy)
    pairs.set(sentence, copy).set(copy, sentence)
  }
  row.append(running, english)
}

/** Marks the sentence that is pointed at or has the focus, in both texts. */
function markOther(target: EventTarget | null, pairs: ReadonlyMap<Element, Element>): void {
  if (pairs.size === 0) return
  const sentence = target instanceof Element ? target.closest('.r [id], .en > span') : null
  const other = sentence && pairs.get(sentence)
  for (const each of document.querySelectorAll('.on:not(.target)')) each.classList.remove('on')
  if (sentence && other) for (const each of [sentence, other]) each.classList.add('on')
}
