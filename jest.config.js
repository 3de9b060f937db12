/** Native ESM: run as `node --experimental-vm-modules node_modules/jest/bin/jest.js` (npm run jest). */
const common = {
  rootDir: import.meta.dirname,
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts'],
  setupFiles: ['reflect-metadata'],
  moduleFileExtensions: ['ts', 'js', 'mjs', 'cjs', 'json', 'node'],
  modulePathIgnorePatterns: ['<rootDir>/dist', '<rootDir>/.lantern'],
  moduleNameMapper: {
    '^@app/platform/(.*)\\.js$': '<rootDir>/libs/platform/src/$1.ts',
    '^@app/platform/(.*)$': '<rootDir>/libs/platform/src/$1.ts',
    '^@app/([a-z]+)$': '<rootDir>/libs/$1/src/index.ts',
    // "./x.js" in TypeScript source is ./x.ts on disk; packages keep their own .js
    '^(\\.{1,2}/.*)\\.js$': '$1',
  },
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      {
        swcrc: false,
        sourceMaps: 'inline',
        module: { type: 'es6' },
        jsc: {
          target: 'es2022',
          keepClassNames: true,
          parser: { syntax: 'typescript', decorators: true, dynamicImport: true },
          transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
        },
      },
    ],
  },
};

/** small: pure rules; medium: a use case on real MongoDB; e2e: api and worker over HTTP; browser: pages in Chromium. */
export default {
  maxWorkers: 2,
  workerIdleMemoryLimit: '400MB', // heavy Nest suites leave ~30 MB each behind: restart the worker
  testTimeout: 30_000,
  projects: [
    {
      ...common,
      displayName: 'small and medium',
      testMatch: ['<rootDir>/{apps,libs}/**/*.spec.ts', '<rootDir>/test/{structure,chaos}/**/*.spec.ts'],
    },
    {
      ...common,
      displayName: 'e2e',
      testMatch: ['<rootDir>/test/{e2e,regression,contracts}/**/*.e2e-spec.ts'],
    },
    { ...common, displayName: 'browser', testMatch: ['<rootDir>/test/browser/**/*.browser-spec.ts'] },
  ],
};
