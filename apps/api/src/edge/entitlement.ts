import type { ApolloServerPlugin } from '@apollo/server';
import { Fault } from '@app/platform/refusal/fault.js';
import type { GraphqlContext } from './graphql-context.js';

/**
 * Holds every answer back until each open question of access has allowed it. A query that was begun in the meantime and turns
 * out not to be its caller's to make is answered with the fault alone: nothing of what was read leaves.
 */
export const entitlementPlugin: ApolloServerPlugin<GraphqlContext> = {
  requestDidStart: async () => ({
    willSendResponse: async ({ contextValue, response }) => {
      try {
        for (const entitled of contextValue.entitlements) await entitled;
      } catch (error) {
        const { code, message } = error instanceof Fault ? error : new Fault('FORBIDDEN');
        response.body = {
          kind: 'single',
          singleResult: { data: null, errors: [{ message, extensions: { code } }] },
        };
      }
    },
  }),
};
