// A dated list of prices, each with the page that it was read from.
import { readFileSync } from 'node:fs';
import { Decimal } from 'decimal.js';
import * as z from 'zod';

const price = z
  .strictObject({
    price: z.string().regex(/^\d+(\.\d+)?$/),
    source: z.string().startsWith('https://'),
  })
  .transform((read) => new Decimal(read.price));

const priceList = z.strictObject({
  region: z.string(),
  currency: z.string().length(3),
  readOn: z.iso.date(),
  note: z.string(),
  calls: z.strictObject({
    stateTransition: price,
    functionCall: price,
    functionGigabyteSecond: price,
    tableWriteUnit: price,
    tableReadUnit: price,
    gatewayRequest: price,
    objectWrite: price,
    objectRead: price,
    queueRequest: price,
    logGigabyte: price,
    keyRequest: price,
  }),
  monthly: z.strictObject({
    objectGigabyte: price,
    tableGigabyte: price,
    encryptionKey: price,
    alarm: price,
    dashboard: price,
    metric: price,
    webFirewall: price,
  }),
});

export type PriceList = z.output<typeof priceList>;
export type CallKind = keyof PriceList['calls'];
export type MonthlyKind = keyof PriceList['monthly'];

const SHIPPED = new URL('../../infra/prices/us-east-1-2026-11.json', import.meta.url);

export const readPriceList = (file: string | URL = SHIPPED): PriceList =>
  priceList.parse(JSON.parse(readFileSync(file, 'utf8')));
