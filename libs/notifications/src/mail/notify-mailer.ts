import type { Language } from '@app/platform/context/request-context.js';
import { NotifyClient } from 'notifications-node-client';
import { type Mail, Mailer, MailNotTaken } from './mailer.js';

/** How GOV.UK Notify is reached, and which of its templates carries each language. Each template has two fields: subject and body. */
export interface NotifySettings {
  readonly apiKey: string;
  readonly url: string;
  readonly templates: Readonly<Record<Language, string>>;
}

const FIELDS = ['body', 'subject'];
const PATIENCE_MS = 30_000;

type RestClient = (options: object) => Promise<unknown>;
interface ApiClient {
  readonly restClient: RestClient;
  setClient(client: RestClient): void;
}

interface Answer {
  readonly response?: { readonly status?: number };
  readonly code?: string;
}

/**
 * Mail by GOV.UK Notify, whose receipts say later what became of it: the reference is the delivery's id. Before the first mail
 * in a language its template is read and refused when its fields are not the two that we give (NTF-14).
 */
export class NotifyMailer extends Mailer {
  private readonly client: NotifyClient;
  private readonly checked = new Map<Language, Promise<void>>();

  constructor(private readonly settings: NotifySettings) {
    super();
    this.client = new NotifyClient(settings.url, settings.apiKey);
    // Its types leave out the part that carries the requests.
    const { apiClient } = this.client as unknown as { apiClient: ApiClient };
    const { restClient } = apiClient;
    apiClient.setClient((options) => restClient({ ...options, timeout: PATIENCE_MS, maxRedirects: 0 }));
  }

  override async send(mail: Mail): Promise<void> {
    const { id: reference, to, subject, text: body, language } = mail;
    await this.mustFit(language);
    try {
      const personalisation = { subject, body };
      await this.client.sendEmail(this.settings.templates[language], to, { personalisation, reference });
    } catch (error) {
      const fault = notTaken(error as Answer);
      if (fault !== null) throw fault;
      throw new Error(
        `Nobody can know whether Notify took the mail (${(error as Answer).code ?? 'unknown'})`,
      );
    }
  }

  private async mustFit(language: Language): Promise<void> {
    const check = this.checked.get(language) ?? this.check(language);
    this.checked.set(language, check);
    try {
      await check;
    } catch (error) {
      this.checked.delete(language);
      throw error;
    }
  }

  private async check(language: Language): Promise<void> {
    let fields: string[];
    try {
      const { data } = await this.client.getTemplateById(this.settings.templates[language]);
      const { subject = '', body = '' } = data as { subject?: string; body?: string };
      fields = [
        ...new Set(
          [...`${subject} ${body}`.matchAll(/\(\(\s*([^()]+?)\s*\)\)/g)].map(([, name = '']) => name),
        ),
      ];
    } catch (error) {
      throw notTaken(error as Answer) ?? new MailNotTaken('no answer (template)');
    }
    if (fields.sort().join() !== FIELDS.join())
      throw new MailNotTaken(`reply: the ${language} template has other fields than ${FIELDS.join(' and ')}`);
  }
}

/** 400 and 403 are faults of ours or of the address; 429 and 5xx of the day. Null when nothing came back. */
function notTaken({ response, code }: Answer): MailNotTaken | null {
  const status = response?.status;
  if (status === 400) return new MailNotTaken('reply 400', 'permanent');
  if (status !== undefined && status < 500) return new MailNotTaken(`reply ${status}`);
  // A server that failed may have kept the mail before it did, but for the two that say it was too busy to look.
  if (status === 503) return new MailNotTaken('reply 503');
  return status === undefined && (code === 'ECONNREFUSED' || code === 'ENOTFOUND')
    ? new MailNotTaken(`no connection (${code})`)
    : null;
}
