// Offline: registers the service worker and tells when the app is kept for use without a network, and when a new version
// waits. A waiting version takes over only on the user's word; then the page reloads once.

/** How often a tab left open asks for a newer version. */
const hourInMilliseconds = 3_600_000

export class Offline {
  isReady = $state(false)
  /** The worker of a newer version, waiting; null: this is the newest known. */
  #waiting = $state.raw<ServiceWorker | null>(null)

  get hasUpdate(): boolean {
    return this.#waiting !== null
  }

  /** Resolves once everything typed is written: a page that goes away must not take the last edit with it. */
  readonly #whenSaved: () => Promise<void>

  constructor(whenSaved: () => Promise<void>) {
    this.#whenSaved = whenSaved
  }

  async register(): Promise<void> {
    if (!('serviceWorker' in navigator)) return
    const { serviceWorker } = navigator
    // The first visit is claimed by its first worker: that is no change of version and needs no reload.
    let isControlled = serviceWorker.controller !== null
    serviceWorker.addEventListener('controllerchange', () => {
      if (isControlled)
        void this.#whenSaved().then(() => {
          location.reload()
        })
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
    setInterval(() => void registration.update(), hourInMilliseconds)
    await serviceWorker.ready
    this.isReady = true
  }

  takeOver(): void {
    this.#waiting?.postMessage({ type: 'take over' })
  }
}
