/** Runs before every component test: matchers such as `toBeVisible`. */
import '@testing-library/jest-dom/vitest'
