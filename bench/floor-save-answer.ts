import { createServer } from 'node:http';
import { type Collection, MongoClient, ObjectId } from 'mongodb';

/**
 * The floor of `saveAnswer`: bare `node:http` and the bare driver with the same pool, write concern, documents and payload, doing
 * the one conditional update and nothing else: no GraphQL, no token, no validation. It works on `floorAttempts`, an exact
 * copy of the attempts that the product works on.
 */
const uri = process.env['MONGODB_URI'] ?? '';
const client = await MongoClient.connect(uri, { maxPoolSize: 32 });
const attempts: Collection = client.db().collection('floorAttempts');

interface Payload {
  variables: {
    input: {
      attemptId: string;
      writer: string;
      itemId: string;
      sequence: number;
      answer: Record<string, unknown>;
    };
    floor: { personId: string; forceId: string };
  };
}

async function save(text: string): Promise<string> {
  const { input, floor } = (JSON.parse(text) as Payload).variables;
  const now = new Date();
  const saved = await attempts.updateOne(
    {
      _id: new ObjectId(input.attemptId),
      personId: new ObjectId(floor.personId),
      forceId: new ObjectId(floor.forceId),
      state: 'OPEN',
      deadline: { $gt: now },
      writer: input.writer,
      itemIds: new ObjectId(input.itemId),
      [`answers.${input.itemId}.sequence`]: { $not: { $gte: input.sequence } },
      'history.1999': { $exists: false },
    },
    {
      $set: { [`answers.${input.itemId}`]: { sequence: input.sequence, value: input.answer, savedAt: now } },
      $push: {
        history: {
          itemId: new ObjectId(input.itemId),
          value: input.answer,
          sequence: input.sequence,
          at: now,
        },
      } as never,
    },
  );
  const answer = {
    __typename: saved.modifiedCount === 1 ? 'AnswerSaved' : 'Refused',
    sequence: input.sequence,
    savedAt: now,
  };
  return JSON.stringify({ data: { saveAnswer: answer } });
}

const server = createServer((request, response) => {
  const parts: Buffer[] = [];
  request.on('data', (part: Buffer) => parts.push(part));
  request.on('end', () => {
    void save(Buffer.concat(parts).toString()).then((body) => {
      response
        .writeHead(200, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) })
        .end(body);
    });
  });
});
server.listen(0, '127.0.0.1', () => {
  process.stdout.write(
    `${JSON.stringify({ ready: true, port: (server.address() as { port: number }).port })}\n`,
  );
});
process.on('SIGTERM', () => void client.close().then(() => process.exit(0)));
