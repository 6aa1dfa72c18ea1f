/**
 * A folder in place of SNS: each message as the file its subscriber would get. For runs on one's own machine, and for
 * looking at what a watchlist sends before anybody gets it.
 */
import { rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import MailComposer from 'nodemailer/lib/mail-composer';
import type { Message, Publish } from '../alert.ts';
import { DeliveryError, unreachable } from '../errors.ts';
import { contentHash } from '../hash.ts';
import { smsPrefix, smsSize } from '../render/messages/index.ts';
import { makeFolder, writeFlushed } from './folder-files.ts';

/**
 * Publishes into `dir`: `<message>.eml`, `<message>.sms.txt` or `<message>.event.json`. The name comes from the message id, so
 * a repeated publish replaces its own file; a file is whole or not there.
 */
export function createOutbox(
  dir: string,
  options: { readonly now: () => Date; readonly senderName?: string },
): Publish {
  const { now, senderName = 'StopPress' } = options;
  return async (message) => {
    const name = `${fileNameOf(message.messageId)}${EXTENSIONS[message.channel]}`;
    const path = join(dir, name);
    const temporary = join(dir, `.${name}.${process.pid}.${contentHash(message.body).slice(0, 12)}.part`);
    try {
      const content = await contentOf(message, now(), senderName);
      await makeFolder(dir);
      await rm(temporary, { force: true });
      await writeFlushed(temporary, content);
      await rename(temporary, path);
    } catch (error) {
      throw new DeliveryError(`The message could not be written to ${path}`, { cause: error });
    }
    return { providerId: name };
  };
}

const EXTENSIONS = { email: '.eml', sms: '.sms.txt', events: '.event.json' } as const satisfies Record<
  Message['channel'],
  string
>;

/** Readable where the id allows; a hash keeps two ids apart that look alike once made safe. */
function fileNameOf(messageId: string): string {
  const safe = messageId.replaceAll(/[^A-Za-z0-9._-]+|^\.+|\.{2,}/gu, '-').slice(0, 120);
  return safe === messageId ? safe : `${safe}-${contentHash(messageId).slice(0, 8)}`;
}

async function contentOf(message: Message, at: Date, senderName: string): Promise<Uint8Array> {
  switch (message.channel) {
    case 'email':
      return mailOf(message, at, senderName);
    case 'sms':
      return Buffer.from(textOf(message, senderName));
    case 'events':
      return Buffer.from(`${JSON.stringify(JSON.parse(message.body), null, 2)}\n`);
    default:
      return unreachable(message.channel);
  }
}

/** As SNS sends it: its sender, plain text, its footer with the link to unsubscribe. */
async function mailOf(message: Message, at: Date, senderName: string): Promise<Uint8Array> {
  const mail = new MailComposer({
    from: { name: senderName, address: 'no-reply@sns.amazonaws.com' },
    // A group without members (RFC 5322, 3.4) names nobody: the subscribers of an edition are on the topic, not in the message.
    headers: { To: `Subscribers of ${message.editions.join(' and ')}:;` },
    subject: message.subject ?? '',
    date: at,
    messageId: `<${contentHash(message.messageId).slice(0, 32)}@stop-press.invalid>`,
    text: `${message.body}${SNS_FOOTER}`.replaceAll('\n', '\r\n'),
    textEncoding: 'quoted-printable',
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return mail.compile().build();
}

const SNS_FOOTER = `
--
If you wish to stop receiving notifications from this topic, please click or visit the link below to unsubscribe:
(each subscriber's own link stands here)

Please do not reply directly to this email. If you have any questions or comments regarding this email, please contact us at https://aws.amazon.com/support
`;

/** The segment count first, then the text as it arrives, display name included. */
function textOf(message: Message, senderName: string): string {
  const text = `${smsPrefix(senderName)}${message.body}`;
  const { encoding, units, segments } = smsSize(text);
  const counted = `${segments} ${segments === 1 ? 'segment' : 'segments'}, ${units} ${encoding === 'GSM-7' ? 'septets' : 'units'}, ${encoding}`;
  return `To: subscribers of ${message.editions.join(', ')}\nSize: ${counted}\n\n${text}\n`;
}
