/**
 * Makes src/terms/extraction/background.json: how often each pair of neighbouring Chinese characters occurs in the Chinese
 * side of ../shared/corpora/quantities/clean.jsonl (1,424 sentences), for pairs met at least twice. Counts only.
 */
import { readFileSync, writeFileSync } from 'node:fs'

const corpus = new URL('../../shared/corpora/quantities/clean.jsonl', import.meta.url)
const counts = new Map<string, number>()
for (const line of readFileSync(corpus, 'utf8').trim().split('\n')) {
  // biome-ignore lint/plugin/no-cast: the corpus has this form
  const { zh } = JSON.parse(line) as { zh: string }
  for (const [run] of zh.matchAll(/\p{Script=Han}+/gu))
    for (let at = 0; at + 2 <= run.length; at++)
      counts.set(run.slice(at, at + 2), (counts.get(run.slice(at, at + 2)) ?? 0) + 1)
}
const byCount = Map.groupBy(
  [...counts].filter(([, count]) => count > 1),
  ([, count]) => count,
)
const joined = Object.fromEntries(
  [...byCount]
    .sort(([a], [b]) => a - b)
    .map(([count, pairs]) => [
      count,
      pairs
        .map(([pair]) => pair)
        .sort()
        .join(''),
    ]),
)
writeFileSync(
  new URL('../src/terms/extraction/background.json', import.meta.url),
  `${JSON.stringify(joined, null, 2)}\n`,
)
