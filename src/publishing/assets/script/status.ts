/**
 * Tells on the page of an older release that there is a newer one, where the status of the document can be read. From a
 * disk it cannot, and the page says what it says without scripts: where the newest version is.
 */
export async function tellStatus(): Promise<void> {
  const notice = document.querySelector<HTMLElement>('#status')
  const [fixed, superseded] = notice?.querySelectorAll<HTMLElement>('p > span') ?? []
  if (!notice || !fixed || !superseded || location.protocol === 'file:') return
  const newest = await newestOf(notice.dataset.status ?? '')
  if (newest === null || newest <= Number(notice.dataset.number)) return
  const texts = superseded.children.length > 0 ? [...superseded.children] : [superseded]
  for (const text of texts) text.textContent = (text.textContent ?? '').replace('{number}', String(newest))
  fixed.hidden = true
  superseded.hidden = false
  notice.classList.add('superseded')
}

/** The number of the newest release; null where it cannot be told. */
async function newestOf(address: string): Promise<number | null> {
  try {
    const response = await fetch(address, { cache: 'no-cache', credentials: 'omit' })
    const { newest } = await response.json()
    return Number.isInteger(newest?.number) ? newest.number : null
  } catch {
    return null
  }
}
