import type { FileId } from '@app/platform/files/file.js';
import type { GraphqlContext } from '../../edge/graphql-context.js';
import type { FileAddresses } from '../../files/file-addresses.js';
import { ResponseFileType } from './marking-task.type.js';

/** Addresses of a response's files, for whoever was just given the response. */
export async function filesOf(
  addresses: FileAddresses,
  gql: GraphqlContext,
  ids: readonly string[],
): Promise<ResponseFileType[]> {
  return Promise.all(
    ids.map(async (id) => {
      const address = await addresses.addressOf(gql.request, id as FileId);
      return Object.assign(new ResponseFileType(), { id, address });
    }),
  );
}
