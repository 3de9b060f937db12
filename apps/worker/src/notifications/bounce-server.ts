import { type DeliveryId, ReturnPath, returnedIn, TakeReceipt } from '@app/notifications';
import { CONFIG, type Config } from '@app/platform/config/config.js';
import {
  Inject,
  Injectable,
  Logger,
  type OnApplicationBootstrap,
  type OnApplicationShutdown,
} from '@nestjs/common';
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server';

const MOST_BYTES = 256 * 1024;

/** Where mail servers return what they cannot deliver (NTF-28): takes mail for our own return paths, and for nobody else. */
@Injectable()
export class BounceServer implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly log = new Logger('BounceServer');
  private server: SMTPServer | null = null;
  /** Where it listens; null while it does not. */
  port: number | null = null;

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly takeReceipt: TakeReceipt,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    const { BOUNCE_DOMAIN: domain, BOUNCE_PORT, BIND_ADDRESS, LANTERN_LINK_SECRET } = this.config;
    if (domain === undefined) return;
    const server = this.serverOf(new ReturnPath(domain, LANTERN_LINK_SECRET));
    this.server = server;
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(BOUNCE_PORT, BIND_ADDRESS, resolve);
    });
    server.on('error', () => this.log.warn('a mail server hung up'));
    const address = server.server.address();
    this.port = typeof address === 'object' && address !== null ? address.port : null;
  }

  async onApplicationShutdown(): Promise<void> {
    const { server } = this;
    if (server !== null) await new Promise<void>((resolve) => server.close(() => resolve()));
  }

  private serverOf(paths: ReturnPath): SMTPServer {
    return new SMTPServer({
      ...{ authOptional: true, disabledCommands: ['AUTH', 'STARTTLS'], logger: false, size: MOST_BYTES },
      onRcptTo: ({ address }, _session, done) =>
        done(paths.idIn(address) === undefined ? new NotOurs() : null),
      onData: (stream, session, done) => {
        this.take(stream, session, paths)
          .then(() => done())
          .catch(() => done(new Error('Try again later')));
      },
    });
  }

  private async take(
    stream: SMTPServerDataStream,
    session: SMTPServerSession,
    paths: ReturnPath,
  ): Promise<void> {
    const parts: Buffer[] = [];
    // What goes beyond the limit is read and forgotten: the report comes first, the returned mail after it.
    let bytes = 0;
    for await (const part of stream as AsyncIterable<Buffer>) {
      if (bytes < MOST_BYTES) parts.push(part);
      bytes += part.length;
    }
    const returned = returnedIn(Buffer.concat(parts).toString('latin1'));
    if (returned === null) return;
    for (const { address } of session.envelope.rcptTo) {
      const deliveryId = paths.idIn<DeliveryId>(address);
      if (deliveryId !== undefined) await this.takeReceipt.execute({ deliveryId, ...returned });
    }
  }
}

/** The answer to mail for anybody else. */
class NotOurs extends Error {
  readonly responseCode = 550;

  constructor() {
    super('No such return path');
  }
}
