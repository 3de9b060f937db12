import { randomBytes } from 'node:crypto';
import { type Cast, stranger } from './cast.js';
import type { Client } from './client.js';
import * as documents from './documents.js';

/** The course of the story: its assessment is a paper alone. */
export const COURSE_CODE = 'OLH-101';
/** The role profile whose cover the story watches. */
export const ROLE = 'response-officer';

/** A person new to the force, with the client they signed in with. */
export interface NewOfficer {
  readonly id: string;
  readonly name: string;
  readonly client: Client;
}

/** Asks again until there is an answer; gives up after 20 s. */
export async function patiently<T>(ask: () => Promise<T | undefined>, patienceMs = 20_000): Promise<T> {
  const until = performance.now() + patienceMs;
  for (;;) {
    const answer = await ask();
    if (answer !== undefined) return answer;
    if (performance.now() > until) throw new Error(`Nothing came within ${Math.round(patienceMs / 1000)} s`);
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

/** A team of the force, to post people to. */
export async function teamOf(trainer: Client): Promise<{ id: string; name: string }> {
  const units = await trainer.do<{ edges: { node: { id: string; name: string; kind: string } }[] }>(
    documents.UNITS,
  );
  const team = units.edges.map(({ node }) => node).find(({ kind }) => kind === 'TEAM');
  if (team === undefined)
    throw new Error('The demonstration force has no team: npm run reset, then npm start');
  return team;
}

/** Adds, posts and invites a person and follows the link in the mail. */
export async function joinForce(cast: Cast, trainer: Client, unitId: string): Promise<NewOfficer> {
  const mark = randomBytes(4).toString('hex');
  const email = `walkthrough-${mark}@lantern.example`;
  const person = await trainer.do<{ id: string; givenName: string; familyName: string }>(
    documents.ADD_PERSON,
    {
      input: { givenName: 'Robin', familyName: `Marsh-${mark}`, staffNumber: `W${mark}`, email },
    },
  );
  const from = new Date().toISOString().slice(0, 10);
  await trainer.do(documents.POST_PERSON, {
    input: { personId: person.id, unitId, rankId: 'pc', roleId: ROLE, from },
  });
  await trainer.do(documents.INVITE, { input: { personId: person.id } });
  const token = await cast.mailbox.tokenFor(email, 'invitation');
  const client = stranger(cast);
  const password = `${randomBytes(12).toString('base64url')}-lantern`;
  const signedIn = await client.do<{ accessToken: string }>(documents.ACCEPT, { input: { token, password } });
  client.useToken(signedIn.accessToken);
  return { id: person.id, name: `${person.givenName} ${person.familyName}`, client };
}
