import type { Mail } from './mailer.js';

/** A mail as nodemailer takes it: text, and the same as plain HTML. */
export function compose(mail: Mail, publicUrl: string) {
  const host = new URL(publicUrl).hostname;
  const domain = /^[a-z0-9-]+(\.[a-z0-9-]+)*\.[a-z]{2,}$/i.test(host) ? host : 'lantern.invalid';
  return {
    from: { name: 'Lantern', address: `no-reply@${domain}` },
    to: { name: '', address: mail.to },
    subject: mail.subject,
    text: mail.text,
    html: htmlOf(mail),
    messageId: `<${mail.id}@${domain}>`,
    headers: { 'Content-Language': mail.language, 'Auto-Submitted': 'auto-generated' },
    // Texts hold only what we wrote: nothing in them may make the sender read a file or an address.
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}

function htmlOf({ text, language, subject }: Mail): string {
  const paragraphs = text.split(/\n{2,}/).map((paragraph) => `<p>${linked(escaped(paragraph))}</p>`);
  const head = `<meta charset="utf-8"><title>${escaped(subject)}</title>`;
  return `<!doctype html><html lang="${language}"><head>${head}</head><body>${paragraphs.join('')}</body></html>`;
}

function linked(paragraph: string): string {
  return /^https?:\/\/\S+$/.test(paragraph) ? `<a href="${paragraph}">${paragraph}</a>` : paragraph;
}

function escaped(text: string): string {
  const entities: Record<string, string> = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
    "'": '&#39;',
  };
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? character);
}
