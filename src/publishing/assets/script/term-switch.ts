/** Offers the switch by which the Tab key goes to the terms in the text, of which a long document has a thousand. */
export function offerTermSwitch(): void {
  const input = document.querySelector<HTMLInputElement>('#terms')
  const label = input?.closest('label')
  if (!input || !label) return
  label.hidden = false
  const follow = () => {
    for (const link of document.querySelectorAll<HTMLElement>('a.t')) link.tabIndex = input.checked ? 0 : -1
  }
  input.addEventListener('change', follow)
  // A browser that goes back to the page has kept the choice.
  if (input.checked) follow()
}
