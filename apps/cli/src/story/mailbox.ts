import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Where the demonstration's mail lands: one file for each message, as its reader would get it. */
export class Mailbox {
  constructor(private readonly directory: string) {}

  /** The token of the newest link of that kind sent to an address; waits for the mail for up to `patienceMs`. */
  async tokenFor(address: string, kind: 'invitation' | 'reset', patienceMs = 20_000): Promise<string> {
    const until = performance.now() + patienceMs;
    while (performance.now() < until) {
      const token = await this.look(address, kind);
      if (token !== undefined) return token;
      await new Promise((resolve) => setTimeout(resolve, 150));
    }
    throw new Error(
      `No ${kind} mail for ${address} in ${this.directory} after ${Math.round(patienceMs / 1000)} s`,
    );
  }

  private async look(address: string, kind: string): Promise<string | undefined> {
    const files = (await readdir(this.directory).catch(() => []))
      .filter((name) => name.endsWith('.eml'))
      .sort()
      .reverse();
    for (const file of files) {
      const text = plain(await readFile(join(this.directory, file), 'utf8'));
      if (!text.toLowerCase().includes(address.toLowerCase())) continue;
      const token = new RegExp(`/${kind}/([\\w.~-]+)`).exec(text)?.[1];
      if (token !== undefined) return token;
    }
    return undefined;
  }
}

/** Undoes the soft line breaks and `=3D` of quoted-printable, which is all a link needs. */
function plain(text: string): string {
  return text.replace(/=\r?\n/g, '').replace(/=3D/g, '=');
}
