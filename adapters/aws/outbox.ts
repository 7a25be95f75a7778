// The outbox on AWS: messages are items of the table, leased to one sender at a time; SQS only rings the sender's bell.
import { PutItemCommand, UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import { SendMessageCommand, type SQSClient } from '@aws-sdk/client-sqs';
import { epochMillisecondsOf, type Instant } from '../../domain/calendar/plain-date.ts';
import type { Clock, Message, Outbox, OutboxItem } from '../../domain/ports.ts';
import { unless } from './faults.ts';
import { type Item, listedItems, messageKey, number, numberOf, type Table, text, textOf } from './table.ts';

const OUTBOX = 'OUTBOX';
/** The longest that SQS holds a message back; what is due later is found by the sender's own rounds. */
const LONGEST_DELAY_SECONDS = 900;
const CHANGED = ['ConditionalCheckFailedException'];

/** Rings for the sender, now or later. A bell that rings twice or too early finds nothing to do. */
export type Bell = (delaySeconds: number) => Promise<void>;

export const sqsBell =
  (sqs: SQSClient, queueUrl: string): Bell =>
  async (delaySeconds) => {
    await sqs.send(
      new SendMessageCommand({
        QueueUrl: queueUrl,
        MessageBody: 'messages are due',
        DelaySeconds: Math.min(Math.max(delaySeconds, 0), LONGEST_DELAY_SECONDS),
      }),
    );
  };

export function dynamoOutbox(table: Table, clock: Clock, ring: Bell): Outbox {
  // Between processes messages are in order of time; within one, two of the same millisecond keep theirs.
  let counter = 0;

  const enqueue = (message: Message, now: Instant) => {
    counter += 1;
    return unless(CHANGED, () =>
      table.client.send(
        new PutItemCommand({
          TableName: table.name,
          Item: {
            ...messageKey(message.messageId),
            message: text(JSON.stringify(message)),
            enqueuedAt: text(now),
            availableAt: text(now),
            attempts: number(0),
            listed: text(OUTBOX),
            place: text(`${now}#${String(counter).padStart(10, '0')}`),
          },
          // One that was ever queued is not queued again.
          ConditionExpression: 'attribute_not_exists(pk)',
        }),
      ),
    );
  };

  const change = (messageId: string, update: string, condition: string, values: Item) =>
    unless(CHANGED, () =>
      table.client.send(
        new UpdateItemCommand({
          TableName: table.name,
          Key: { ...messageKey(messageId) },
          UpdateExpression: update,
          ConditionExpression: condition,
          ExpressionAttributeValues: values,
          ReturnValues: 'ALL_NEW',
        }),
      ),
    );

  return {
    async enqueue(messages) {
      for (const message of messages) await enqueue(message, clock.now());
      // Also for messages that were here before: the process that put them may have died before it rang.
      if (messages.length > 0) await ring(0);
    },

    async claim(limit, until) {
      const now = clock.now();
      const claimed: OutboxItem[] = [];
      for await (const found of listedItems(table, OUTBOX)) {
        if (claimed.length >= limit) break;
        if ((textOf(found, 'availableAt') ?? '') > now) continue;
        const messageId = (textOf(found, 'pk') ?? '').slice('MESSAGE#'.length);
        const leased = await change(
          messageId,
          'SET availableAt = :until ADD attempts :one',
          'attribute_exists(listed) AND availableAt <= :now',
          { ':until': text(until), ':now': text(now), ':one': number(1) },
        );
        if (leased?.Attributes) claimed.push(itemOf(leased.Attributes));
      }
      return claimed;
    },

    async settle(messageId, result, detail = '') {
      await change(
        messageId,
        'SET delivery = :result, deliveryDetail = :detail, settledAt = :now REMOVE listed, place',
        'attribute_exists(listed)',
        { ':result': text(result), ':detail': text(detail), ':now': text(clock.now()) },
      );
    },

    async retry(messageId, notBefore) {
      await change(messageId, 'SET availableAt = :notBefore', 'attribute_exists(listed)', {
        ':notBefore': text(notBefore),
      });
      await ring(Math.ceil((epochMillisecondsOf(notBefore) - epochMillisecondsOf(clock.now())) / 1000));
    },

    async pending() {
      let messages = 0;
      for await (const _ of listedItems(table, OUTBOX)) messages += 1;
      return messages;
    },

    async oldest() {
      // Listed in the order of their places, which begin with the moment of queueing.
      for await (const item of listedItems(table, OUTBOX)) return textOf(item, 'place')?.split('#')[0] as Instant;
      return undefined;
    },
  };
}

function itemOf(item: Item): OutboxItem {
  return {
    // Written by `enqueue` from a Message.
    ...(JSON.parse(textOf(item, 'message') ?? '') as Message),
    enqueuedAt: (textOf(item, 'enqueuedAt') ?? '') as Instant,
    attempts: numberOf(item, 'attempts'),
  };
}
