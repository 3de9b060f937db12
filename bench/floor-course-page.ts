import { createServer } from 'node:http';
import { type Collection, MongoClient, ObjectId } from 'mongodb';

/** The floor of the course page: one indexed read of the person's enrolment by the bare driver behind bare `node:http`. */
const client = await MongoClient.connect(process.env['MONGODB_URI'] ?? '', { maxPoolSize: 32 });
const enrolments: Collection = client.db().collection('enrolments');

async function read(text: string): Promise<string> {
  const { floor } = (
    JSON.parse(text) as { variables: { floor: { personId: string; forceId: string; courseCode: string } } }
  ).variables;
  const enrolment = await enrolments.findOne(
    {
      forceId: new ObjectId(floor.forceId),
      personId: new ObjectId(floor.personId),
      courseCode: floor.courseCode,
    },
    { sort: { cycle: -1 } },
  );
  return JSON.stringify({ data: { enrolment } });
}

const server = createServer((request, response) => {
  const parts: Buffer[] = [];
  request.on('data', (part: Buffer) => parts.push(part));
  request.on('end', () => {
    void read(Buffer.concat(parts).toString()).then((body) => {
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
