import { folderOf } from '../addresses.ts'
import { type Html, html } from '../html.ts'
import type { PageContext } from './context.ts'

/**
 * The lines that verify the seal and the files of a release with common tools, in the folder of the site: the steps 1 to 3
 * of `docs/verify-by-hand.md`, which has the rest.
 */
function byHandLines(release: string): string {
  const certificate = `${release}certificate.json`
  return String.raw`sed 's/.*,"key":"\([^"]*\)","proves":.*/\1/' ${certificate} | tr -d '\n' | openssl base64 -d -A > key.der
sha256sum key.der
openssl pkey -pubin -inform DER -in key.der -out key.pem
sed 's/,"signature":"[^"]*","texts":/,"texts":/' ${certificate} | tr -d '\n' > sealed.txt
sed 's/.*,"signature":"\([^"]*\)","texts":.*/\1/' ${certificate} | tr -d '\n' | openssl base64 -d -A > sealed.sig
openssl pkeyutl -verify -pubin -inkey key.pem -rawin -in sealed.txt -sigfile sealed.sig
sed 's/.*"files":\[\([^]]*\)\],".*/\1/' ${certificate} | tr '}' '\n' |
  sed -n 's/.*"path":"\([^"]*\)","sha256":"\([^"]*\)".*/\2  \1/p' > files.txt
sha256sum --check --strict --quiet files.txt
`
}

/** The same on the page. */
export function byHand({ release, words }: PageContext): Html {
  return html`<h3>${words.label('by-hand')}</h3>${words.paragraphs('by-hand-about')}<pre><code>${byHandLines(folderOf(release.document, release.number))}</code></pre>`
}
