import { svelte } from '@sveltejs/vite-plugin-svelte'
import { svelteTesting } from '@testing-library/svelte/vite'
import { defineConfig } from 'vitest/config'
import { precache } from './.config/precache.ts'

const componentTests = ['tests/ui/**/*.test.ts', 'tests/session/**/*.test.ts']
const slowMachineMs = 240_000 // the longest test takes 3 s on two idle cores; none measures time

export default defineConfig({
  base: '/', // with './' a deep link would not find its files offline
  plugins: [
    svelte({
      configFile: false,
      // Packages decide for themselves: some still ship components written before runes.
      compilerOptions: { runes: ({ filename }) => (filename.includes('node_modules') ? undefined : true) },
    }),
    precache(),
  ],
  build: {
    target: 'es2023',
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 800, // kB: AG Grid is one chunk, loaded beside the rest
    rolldownOptions: {
      input: { index: 'index.html', serviceWorker: 'src/serviceWorker.ts' },
      output: {
        // The browser finds a service worker by its address, so that one may not change with the contents.
        entryFileNames: ({ name }) => (name === 'serviceWorker' ? '[name].js' : 'assets/[name]-[hash].js'),
      },
    },
  },
  worker: { format: 'es' },
  server: { port: 4746 },
  preview: { port: 4747 },
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'node',
          environment: 'node',
          include: ['tests/**/*.test.ts'],
          testTimeout: slowMachineMs,
          exclude: ['tests/e2e/**', ...componentTests],
        },
      },
      {
        extends: true,
        plugins: [svelteTesting()],
        test: {
          name: 'component',
          environment: 'jsdom',
          include: componentTests,
          testTimeout: slowMachineMs,
          setupFiles: ['tests/support/component.ts'],
        },
      },
    ],
  },
})
