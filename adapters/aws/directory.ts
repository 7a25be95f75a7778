// Who is who on AWS: names are items of the table, beside the read model of user grants.
import { DeleteItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb';
import type { Clock, Directory, Views } from '../../domain/ports.ts';
import { grantedDirectory, type Names } from '../granted-directory.ts';
import { getItem, personKey, type Table, text, textOf } from './table.ts';

export function dynamoNames({ client, name: TableName }: Table): Names {
  return {
    async remember(personId, name) {
      await client.send(new PutItemCommand({ TableName, Item: { ...personKey(personId), personName: text(name) } }));
    },

    async forget(personId) {
      await client.send(new DeleteItemCommand({ TableName, Key: { ...personKey(personId) } }));
    },
  };
}

export const dynamoDirectory = (table: Table, views: Views, clock: Clock): Directory =>
  grantedDirectory(views, clock, async (personId) => textOf(await getItem(table, personKey(personId)), 'personName'));
