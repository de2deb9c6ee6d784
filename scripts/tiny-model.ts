import { knownTranslations } from '../src/engines/conformance.ts'
import { writeTinyModel } from '../src/engines/loopback/tiny-model/write.ts'

// Writes a model of a few words in the real format of the offline engine: `npm run tiny-model -- FOLDER`. With
// `duizhao engine install offline --model own --from FOLDER` it shows the engine at work where no real model can be had.
const [folder] = process.argv.slice(2)
if (folder === undefined) throw new Error('npm run tiny-model -- FOLDER')
await writeTinyModel(folder, knownTranslations, 'separate')
