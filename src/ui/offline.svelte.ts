// Offline: registers the service worker and tells when the app is kept for use without a network, and when a new version
// waits. A waiting version takes over only on the user's word; then the page reloads once.

/** How often a tab left open asks for a newer version. */
const hourInMilliseconds = 3_600_000

export class Offline {
  isReady = $state(false)
  /** Another tab has switched to a newer version: this one goes on with the old until it is reloaded. */
  isOutdated = $state(false)
  /** The worker of a newer version, waiting; null: this is the newest known. */
  #waiting = $state.raw<ServiceWorker | null>(null)
  #isAsked = false
  /** Resolves once nothing is left to write: true where everything typed is saved. */
  readonly #whenSaved: () => Promise<boolean>

  constructor(whenSaved: () => Promise<boolean>) {
    this.#whenSaved = whenSaved
  }

  get hasUpdate(): boolean {
    return this.#waiting !== null
  }

  async register(): Promise<void> {
    if (!('serviceWorker' in navigator)) return
    const { serviceWorker } = navigator
    // The first visit is claimed by its first worker: that is no change of version and needs no reload.
    let isControlled = serviceWorker.controller !== null
    serviceWorker.addEventListener('controllerchange', () => {
      if (isControlled) {
        this.isOutdated = true
        if (this.#isAsked) void this.reload()
      }
      isControlled = true
    })
    const registration = await serviceWorker.register('/serviceWorker.js', { updateViaCache: 'none' })
    if (registration.waiting !== null && serviceWorker.controller !== null) this.#waiting = registration.waiting
    registration.addEventListener('updatefound', () => {
      const worker = registration.installing
      worker?.addEventListener('statechange', () => {
        if (worker.state === 'installed' && serviceWorker.controller !== null) this.#waiting = worker
      })
    })
    setInterval(() => {
      // Without a network there is nothing newer to be had: the next hour asks again.
      registration.update().catch(() => undefined)
    }, hourInMilliseconds)
    await serviceWorker.ready
    this.isReady = true
  }

  /** The user's word: the waiting version takes over, here at once, in other tabs when they are reloaded. */
  takeOver(): void {
    this.#isAsked = true
    this.#waiting?.postMessage({ type: 'take over' })
  }

  /** Reloads once everything typed is saved; stays, with its notice, where it cannot be. */
  async reload(): Promise<void> {
    if (await this.#whenSaved()) location.reload()
  }
}
