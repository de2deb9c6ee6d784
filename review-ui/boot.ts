// The page's security policy forbids making code from text; without this the schemas of the contract would try, once,
// and the browser would report it. Has to run before they are loaded.
Object.assign(globalThis, { __zod_globalConfig: { jitless: true } })
