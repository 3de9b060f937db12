import type { CodegenConfig } from '@graphql-codegen/cli';

/** Types of the pages' GraphQL documents, generated from the committed schema: `npm run codegen`. */
const config: CodegenConfig = {
  schema: 'apps/api/schema.graphql',
  importExtension: '.js',
  documents: 'apps/web/src/api/**/*.graphql',
  generates: {
    'apps/web/src/gql/': {
      preset: 'client',
      presetConfig: { fragmentMasking: false },
      config: {
        documentMode: 'string',
        useTypeImports: true,
        enumsAsTypes: true,
        strictScalars: true,
        scalars: { ID: 'string', DateTime: 'string', Date: 'string' },
      },
    },
  },
};
export default config;
