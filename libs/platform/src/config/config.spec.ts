import { describe, expect, it } from '@jest/globals';
import { loadConfig } from './config.js';

const SECRETS = {
  LANTERN_TOKEN_SECRET: 'a'.repeat(40),
  LANTERN_SESSION_SECRET: 'b'.repeat(40),
  LANTERN_LINK_SECRET: 'c'.repeat(40),
  LANTERN_SIGNING_SECRET: 'd'.repeat(40),
};

describe('settings', () => {
  it('have defaults for development', () => {
    expect(loadConfig({}).NODE_ENV).toBe('development');
  });

  it('name every wrong one at once', () => {
    expect(() => loadConfig({ API_PORT: 'high', LOG_LEVEL: 'loud' })).toThrow(
      /API_PORT[\s\S]*LOG_LEVEL|LOG_LEVEL[\s\S]*API_PORT/,
    );
  });

  it('refuse development secrets in production, by name', () => {
    const environment = {
      NODE_ENV: 'production',
      SMTP_URL: 'smtp://mail',
      ...SECRETS,
      LANTERN_LINK_SECRET: undefined,
    };
    expect(() => loadConfig(environment)).toThrow(/development secrets: set LANTERN_LINK_SECRET/);
  });

  it('refuse production without a mail server, and the demonstration', () => {
    expect(() => loadConfig({ NODE_ENV: 'production', ...SECRETS })).toThrow(/SMTP_URL/);
    expect(() =>
      loadConfig({ NODE_ENV: 'production', ...SECRETS, SMTP_URL: 'smtp://m', LANTERN_MODE: 'demonstration' }),
    ).toThrow(/LANTERN_MODE/);
  });

  it('refuse GOV.UK Notify without a template of each language, and take it in place of a mail server', () => {
    const id = '26785a09-ab16-4eb0-8407-a37497a57506';
    const notify = { ...SECRETS, NODE_ENV: 'production', NOTIFY_API_KEY: `lantern-${id}-${id}` };
    expect(() => loadConfig({ ...notify, NOTIFY_TEMPLATE_EN: id })).toThrow(/NOTIFY_TEMPLATE_CY/);
    expect(loadConfig({ ...notify, NOTIFY_TEMPLATE_EN: id, NOTIFY_TEMPLATE_CY: id })).toMatchObject({
      NOTIFY_URL: 'https://api.notifications.service.gov.uk',
    });
    expect(() => loadConfig({ ...notify, NOTIFY_API_KEY: 'a key' })).toThrow(/as GOV.UK Notify gives it/);
    expect(() => loadConfig({ ...SECRETS, NOTIFY_RECEIPT_TOKEN: 'short' })).toThrow(/at least 32/);
  });

  it('refuse a database that would acknowledge before it is on a majority’s disks', () => {
    expect(() => loadConfig({ MONGODB_URI: 'mongodb://127.0.0.1/lantern?w=1' })).toThrow(
      /w=majority&journal=true/,
    );
  });
});
