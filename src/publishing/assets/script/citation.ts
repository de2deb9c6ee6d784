/** Offers to copy the citation of the sentence that the address links to, in the languages that are shown. */
export function offerCitation(): void {
  const button = document.querySelector<HTMLButtonElement>('#copy')
  if (!button || !navigator.clipboard) return
  const label = [...button.childNodes]

  const offer = () => {
    button.hidden = !linkedSentence()
    button.replaceChildren(...label)
  }

  addEventListener('hashchange', offer)
  offer()
  button.addEventListener('click', async () => {
    const sentence = linkedSentence()
    if (!sentence) return
    await navigator.clipboard.writeText(citationOf(sentence, button.dataset))
    button.textContent = button.dataset.done ?? ''
  })
}

function linkedSentence(): Element | null {
  const target = document.getElementById(location.hash.slice(1))
  return target?.parentElement?.closest('.r') ? target : null
}

/** `zh` and `en` are citations with `{segment}` and `{address}` to be filled in; `address` is that of the release. */
function citationOf(sentence: Element, { zh = '', en = '', address = '' }: DOMStringMap): string {
  const segment = sentence.id.replace(/-(?=[^-]*$)/, '.')
  const link = `${new URL(address, location.href).href}#${sentence.id}`
  const citations = isChosen('v3') ? [zh] : isChosen('v4') ? [en] : [zh, en]
  return citations.map((text) => text.replace('{segment}', () => segment).replace('{address}', () => link)).join('\n')
}

function isChosen(view: string): boolean {
  return !!document.querySelector(`#${view}:checked`)
}
