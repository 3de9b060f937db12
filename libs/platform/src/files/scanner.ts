import { connect, type Socket } from 'node:net';
import type { Readable } from 'node:stream';
import { Inject, Injectable, Logger } from '@nestjs/common';
import { CONFIG, type Config } from '../config/config.js';
import { refusal } from './refusals.js';

/** How long the scanner may say nothing. */
const SILENCE_MS = 60_000;
const LONGEST_REPLY = 4096;

const log = new Logger('Scanner');

/**
 * Asks clamd about bytes (PLT-07), by its INSTREAM command over the socket that `CLAMAV_SOCKET` names. Without that setting nothing is
 * scanned. A scanner that is configured and does not say OK lets nothing pass.
 */
@Injectable()
export class VirusScanner {
  constructor(@Inject(CONFIG) private readonly config: Config) {}

  /** Refuses bytes in which the scanner finds something, and bytes of which it says nothing. */
  async mustBeClean(open: () => Readable): Promise<void> {
    const address = this.config.CLAMAV_SOCKET;
    if (address === undefined) return;
    const reply = await verdictOf(address, open()).catch((error: unknown) => {
      log.warn(`no verdict: ${error instanceof Error ? error.message : String(error)}`);
      return '';
    });
    if (reply.endsWith(' FOUND')) {
      log.warn(`an upload was refused: ${reply}`);
      throw refusal('FILE_INFECTED', { field: 'file' });
    }
    if (reply === 'stream: OK') return;
    if (reply !== '') log.warn(`no verdict: ${reply}`);
    throw refusal('FILE_SCANNER_SILENT', { field: 'file' });
  }
}

/** Sends bytes as clamd's INSTREAM wants them: each piece with its length before it, an empty one at the end. */
async function verdictOf(address: string, bytes: Readable): Promise<string> {
  const socket = dial(address);
  socket.setTimeout(SILENCE_MS, () => socket.destroy(new Error('the scanner is silent')));
  const reply = replyOf(socket);
  // Whatever fails first is thrown below; this only keeps the other from being nobody's.
  reply.catch(() => bytes.destroy());
  try {
    await written(socket, Buffer.from('zINSTREAM\0'));
    for await (const chunk of bytes as AsyncIterable<Buffer>) {
      const length = Buffer.alloc(4);
      length.writeUInt32BE(chunk.length);
      await written(socket, Buffer.concat([length, chunk]));
    }
    await written(socket, Buffer.alloc(4));
    return await reply;
  } catch (error) {
    // clamd says why (its size limit) and hangs up in the middle: its sentence is the better one.
    return await reply.catch(() => Promise.reject(error as Error));
  } finally {
    socket.destroy();
    bytes.destroy();
  }
}

function dial(address: string): Socket {
  const tcp = /^tcp:\/\/\[?([^\]]+?)\]?:(\d+)$/.exec(address);
  return tcp === null ? connect(address) : connect(Number(tcp[2]), tcp[1]);
}

function written(socket: Socket, bytes: Buffer): Promise<void> {
  return new Promise((resolve, reject) => {
    socket.write(bytes, (error) => (error ? reject(error) : resolve()));
  });
}

function replyOf(socket: Socket): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = '';
    socket.on('data', (part: Buffer) => {
      text = (text + part.toString('utf8')).slice(0, LONGEST_REPLY);
      if (text.includes('\0')) resolve(text.slice(0, text.indexOf('\0')));
    });
    socket.on('error', reject);
    socket.on('close', () => reject(new Error('the scanner hung up')));
  });
}
