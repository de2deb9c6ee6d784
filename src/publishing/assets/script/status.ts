interface Status {
  readonly newest?: { readonly number: number }
  readonly withdrawn?: readonly { readonly number: number; readonly words: Readonly<Record<string, string>> }[]
}

/**
 * Tells on the page of a release that it is withdrawn or that there is a newer one, where the status of the document can
 * be read. From a disk it cannot, and the page says what it says without scripts. A copy of the page from before the
 * withdrawal has the words of the status; the page itself says so already.
 */
export async function tellStatus(): Promise<void> {
  const notice = document.querySelector<HTMLElement>('#status')
  const [fixed, superseded] = notice?.querySelectorAll<HTMLElement>('p > span') ?? []
  if (!notice || !fixed || !superseded || location.protocol === 'file:') return
  const own = Number(notice.dataset.number)
  const { newest, withdrawn } = await statusAt(notice.dataset.status ?? '')
  const words = document.querySelector('.withdrawn') ? null : withdrawn?.find(({ number }) => number === own)?.words
  if (!words && !(newest && newest.number > own)) return
  for (const text of superseded.children.length > 0 ? superseded.children : [superseded]) {
    const language = text.closest<HTMLElement>('[lang]')?.lang ?? ''
    text.textContent = words?.[language] ?? (text.textContent ?? '').replace('{number}', `${newest?.number}`)
  }
  fixed.remove()
  superseded.hidden = false
  notice.classList.add('superseded')
}

/** The status of the document; empty where it cannot be read. */
async function statusAt(address: string): Promise<Status> {
  try {
    return await (await fetch(address, { cache: 'no-cache' })).json()
  } catch {
    return {}
  }
}
