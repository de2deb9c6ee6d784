/**
 * How every engine and dialect holds the terms of the sample, by the means that held them, where its model keeps to terms,
 * overlooks them, writes all English anew, or damages what stands for them: `npm run bench:compliance`. A term is met at
 * once, met after another protection or a repair, or reported as missing; none may be missing in silence.
 */
import { complianceOf, manners, services } from '../src/engines/fixtures/compliance-runs.ts'

const means = (counts: Readonly<Record<string, number>>) =>
  Object.entries(counts)
    .map(([name, count]) => `${count} ${name}`)
    .join(', ') || '0'

console.log('| engine | model | asked | met at once | met afterwards | reported | no draft | silent |')
console.log('| --- | --- | --: | --- | --- | --: | --: | --: |')
for (const { name, open } of services) {
  for (const manner of manners) {
    const { asked, atOnce, afterwards, reported, undrafted, silent } = await complianceOf(await open(manner))
    const cells = [name, manner, asked, means(atOnce), means(afterwards), reported, undrafted, silent]
    console.log(`| ${cells.join(' | ')} |`)
  }
}
