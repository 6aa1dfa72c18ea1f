/** One message about one or several (folded) revisions of one article, before it is rendered for a channel. */
import type { Comparison } from './change.ts';
import type { Article } from './article.ts';
import type { AvailabilityRevision, Channel, TextRevision } from './revision.ts';

type AlertHead = {
  /** Ours, stable: the same for a repeated publish of the same alert. */
  readonly messageId: string;
  readonly channel: Channel;
  readonly editions: readonly { readonly id: string; readonly name: string }[];
  readonly articleId: string;
  readonly publicationName: string;
  readonly headline: string;
  readonly url: string;
  /** First and last revision told of; the same where nothing was folded. */
  readonly from: number;
  readonly to: number;
  /** The interval in which the change happened, ISO 8601 UTC; `unchangedAt` is null when not known. */
  readonly unchangedAt: string | null;
  readonly changedBy: string;
  /** Where the full diff can be read; null when pages are not published. */
  readonly diffUrl: string | null;
  readonly language: string | null;
};

/** The text changed: the net comparison from before the first revision to after the last. */
export type TextAlert = AlertHead & {
  readonly kind: 'text';
  readonly comparison: Comparison;
  readonly before: Article;
  readonly after: Article;
  readonly pages: { readonly before: string | null; readonly after: string };
  /** When the wording it returns to was first seen ("back to the 18:20 wording"); null when this is no return. */
  readonly backTo: string | null;
  readonly revision: TextRevision;
};

export type AvailabilityAlert = AlertHead & {
  readonly kind: 'availability';
  readonly revision: AvailabilityRevision;
};

/** What is told of one article: its text changed, or its availability did. */
export type Alert = TextAlert | AvailabilityAlert;

/** Several alerts of one edition in one message, at its hour. Never empty. */
export type Digest = {
  readonly messageId: string;
  readonly channel: Channel;
  readonly edition: { readonly id: string; readonly name: string };
  /** The hour it was due, ISO 8601 UTC, and the edition's time zone. */
  readonly dueAt: string;
  readonly timeZone: string;
  readonly alerts: readonly [Alert, ...Alert[]];
};

/** A rendered message, ready for a channel. Nothing in it is markup or a header of the channel's. */
export type Message = {
  readonly messageId: string;
  readonly channel: Channel;
  /** Ids of the editions it is for, or of audiences within them: SNS filter policies name them. */
  readonly editions: readonly string[];
  /** Only on `email`: under 100 characters, one line, no control characters. */
  readonly subject: string | null;
  readonly body: string;
};

/** The port to a channel. Resolves to the channel's own id for the message once it has accepted it; rejects with `DeliveryError`. */
export type Publish = (message: Message) => Promise<{ readonly providerId: string }>;
