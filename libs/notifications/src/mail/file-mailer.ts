import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createTransport } from 'nodemailer';
import { compose } from './compose.js';
import { type Mail, Mailer } from './mailer.js';

/** Mail as `.eml` files in a folder: for development and the demonstration, where there is no mail server. */
export class FileMailer extends Mailer {
  constructor(
    private readonly folder: string,
    private readonly publicUrl: string,
  ) {
    super();
  }

  override async send(mail: Mail): Promise<void> {
    const transport = createTransport({ streamTransport: true, buffer: true });
    const { message } = await transport.sendMail(compose(mail, this.publicUrl));
    await mkdir(this.folder, { recursive: true, mode: 0o700 });
    const file = join(this.folder, `${mail.id}.eml`);
    await writeFile(`${file}.part`, message as Buffer, { mode: 0o600 });
    await rename(`${file}.part`, file);
  }
}
