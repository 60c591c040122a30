/** Runs before every component test: matchers such as `toBeVisible`. */
import '@testing-library/jest-dom/vitest'
import { configure } from '@testing-library/svelte'

// A machine that builds at the same time is slow to show things.
configure({ asyncUtilTimeout: 40_000 })
