import './api-docs.css'

/** The search of `/api/docs`: hides calls without the words of the query. Without a script the page shows them all. */
function startSearch(search: HTMLElement, input: HTMLInputElement, status: HTMLElement): void {
  const calls = [...document.querySelectorAll<HTMLElement>('main .call')].map((section) => ({
    name: section.dataset.call,
    // What a call is named, its route and what it does; not its schemas, in which every word occurs.
    text: [...section.querySelectorAll(':scope > :not(dl)')]
      .map(({ textContent }) => textContent)
      .join(' ')
      .toLowerCase(),
  }))
  const show = () => {
    const words = input.value.toLowerCase().split(/\s+/)
    const matching = new Set(
      calls.filter(({ text }) => words.every((word) => text.includes(word))).map(({ name }) => name),
    )
    for (const element of document.querySelectorAll<HTMLElement>('[data-call]')) {
      element.hidden = !matching.has(element.dataset.call)
    }
    for (const group of document.querySelectorAll<HTMLElement>('[data-group]')) {
      group.hidden = group.querySelector('[data-call]:not([hidden])') === null
    }
    const { results = '', none = '' } = status.dataset
    const isAsked = input.value.trim() !== ''
    status.textContent = !isAsked
      ? ''
      : matching.size === 0
        ? none
        : results.replace('{{count}}', String(matching.size))
  }
  search.hidden = false
  input.addEventListener('input', show)
  show()
}

const search = document.querySelector('search')
const input = search?.querySelector('input')
const status = search?.querySelector<HTMLElement>('[role="status"]')
if (search && input && status) startSearch(search, input, status)
