/**
 * Keeps the whole built app in one cache, so that it opens with no network after one visit.
 * One cache belongs to one build: its name ends in the build's version, and nothing is ever added to it later.
 * A new build installs beside the running one and waits until every tab is closed or a page sends
 * `{ type: 'take over' }`; so a page never meets files of another build.
 */
type LifeEvent = Event & { readonly waitUntil: (work: Promise<unknown>) => void }
type RequestEvent = Event & {
  readonly request: Request
  readonly respondWith: (answer: Promise<Response>) => void
}
/** The part of ServiceWorkerGlobalScope used here: TypeScript's own library for it does not go together with DOM's. */
type WorkerScope = {
  readonly registration: ServiceWorkerRegistration
  readonly clients: { readonly claim: () => Promise<void> }
  readonly skipWaiting: () => Promise<void>
  addEventListener(type: 'install' | 'activate', listener: (event: LifeEvent) => void): void
  addEventListener(type: 'fetch', listener: (event: RequestEvent) => void): void
  addEventListener(type: 'message', listener: (event: MessageEvent<unknown>) => void): void
}

/** Put in by .config/precache.ts when the app is built. */
declare const PACELINE_PRECACHE: { readonly version: string; readonly files: readonly string[] }

const worker = self as unknown as WorkerScope
const { version, files } = PACELINE_PRECACHE
const { scope } = worker.registration
// The scope is in the name because all apps of one origin share its caches.
const cachePrefix = `paceline ${scope} `
const cacheName = cachePrefix + version

worker.addEventListener('install', (event) => {
  event.waitUntil(keepAllFiles())
})

worker.addEventListener('activate', (event) => {
  event.waitUntil(dropOlderBuilds())
})

worker.addEventListener('message', (event) => {
  if (isTakeOver(event.data)) void worker.skipWaiting()
})

worker.addEventListener('fetch', (event) => {
  const { request } = event
  if (request.method === 'GET' && request.url.startsWith(scope)) event.respondWith(answer(request))
})

/** All or nothing: one file that cannot be had fails the installation, and the browser tries again later. */
async function keepAllFiles(): Promise<void> {
  const cache = await caches.open(cacheName)
  await cache.addAll(files.map((file) => new Request(new URL(file, scope), { cache: 'reload' })))
}

async function dropOlderBuilds(): Promise<void> {
  const older = (await caches.keys()).filter((name) => name.startsWith(cachePrefix) && name !== cacheName)
  await Promise.all(older.map((name) => caches.delete(name)))
  // On the first visit nobody is served by an older build, so the open page may be taken at once.
  if (older.length === 0) await worker.clients.claim()
}

async function answer(request: Request): Promise<Response> {
  const navigation = request.mode === 'navigate'
  const cache = await caches.open(cacheName)
  // Servers that send "Vary: Origin" would make a kept file unfindable for half of the requests.
  const kept = await cache.match(request, { ignoreVary: true, ignoreSearch: navigation })
  if (kept) return kept
  const page = navigation ? await cache.match(scope, { ignoreVary: true }) : undefined
  return page ?? fetch(request)
}

function isTakeOver(message: unknown): boolean {
  return typeof message === 'object' && message !== null && 'type' in message && message.type === 'take over'
}
