import tseslint from 'typescript-eslint';

const clock = 'libs/platform/src/clock/**';

export default tseslint.config(
  { ignores: ['dist', 'node_modules', '.lantern', '*.js', '*.cjs', '.*.cjs', '**/*.mjs', '**/gql/**', 'apps/web/src/assets/**', 'codegen.ts'] },
  ...tseslint.configs.strictTypeChecked,
  {
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      // Decorator metadata needs value imports of injected classes.
      '@typescript-eslint/consistent-type-imports': 'off',
      // Mongoose and the driver take plain literals for their option classes.
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      // A branded id is named by the caller: newId<CourseId>().
      '@typescript-eslint/no-unnecessary-type-parameters': 'off',
      // Nest modules are classes without members.
      '@typescript-eslint/no-extraneous-class': 'off',
      // A use case is async by contract, whether or not today's body awaits.
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      'max-lines': ['error', { max: 250, skipBlankLines: true, skipComments: true }],
      'max-lines-per-function': ['error', { max: 40, skipBlankLines: true, skipComments: true }],
      complexity: ['error', 10],
      // Naming a field to leave it out of the rest is how it is left out.
      '@typescript-eslint/no-unused-vars': ['error', { ignoreRestSiblings: true }],
      'no-console': 'error',
      'no-restricted-exports': ['error', { restrictDefaultExports: { direct: true, named: true, defaultFrom: true } }],
      'no-restricted-syntax': [
        'error',
        { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: 'Inject Clock (platform/clock) and ask it.' },
        { selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']", message: 'Inject Clock (platform/clock) and ask it.' },
        { selector: "MemberExpression[object.name='process'][property.name='env']", message: 'Read settings through platform/config.' },
        { selector: "CallExpression[callee.name='forwardRef']", message: 'Two domains that need each other: the lower owns the fact, the higher listens.' },
        { selector: ':matches(FunctionDeclaration, FunctionExpression:not(MethodDefinition[kind="constructor"] > FunctionExpression), ArrowFunctionExpression)[params.length>3]', message: 'At most three parameters: pass one object.' },
        { selector: 'MethodDefinition[kind="constructor"] > FunctionExpression[params.length>6]', message: 'At most six dependencies: the verb does too much.' },
      ],
      'no-restricted-imports': [
        'error',
        { paths: [{ name: 'bullmq', message: 'Queues live in platform/jobs and apps/worker.' }] },
      ],
    },
  },
  {
    files: ['libs/**/*.ts'],
    ignores: ['libs/**/*.schema.ts', 'libs/**/*.repository.ts', 'libs/**/*.reader.ts', 'libs/**/*.module.ts', 'libs/platform/**', 'libs/**/*.spec.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          paths: [
            { name: 'bullmq', message: 'Queues live in platform/jobs and apps/worker.' },
            { name: 'mongoose', message: 'Only schemas, repositories and readers see the database.' },
            { name: '@nestjs/mongoose', message: 'Only schemas, repositories and readers see the database.' },
          ],
        },
      ],
    },
  },
  { files: ['libs/platform/src/jobs/**', 'apps/worker/**', 'bench/**', 'test/**'], rules: { 'no-restricted-imports': 'off' } },
  {
    files: [clock, 'libs/platform/src/config/**', 'libs/platform/src/testing/**', 'apps/cli/**', 'bench/**', 'test/**'],
    rules: { 'no-restricted-syntax': 'off' },
  },
  { files: ['apps/cli/**', 'bench/**'], rules: { 'no-console': 'off' } },
  {
    files: ['**/*.spec.ts', 'test/**/*.ts', 'bench/**/*.ts'],
    rules: {
      'max-lines': 'off',
      'max-lines-per-function': 'off',
      'no-restricted-syntax': 'off',
    },
  },
  {
    // A reply of the API is what these tests assert on, field by field: it has no type before it has been asserted.
    files: ['test/**/*.ts', '**/*.spec.ts'],
    rules: {
      '@typescript-eslint/no-explicit-any': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
    },
  },
);
