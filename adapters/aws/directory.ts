// Who is who on AWS: the read model of user grants, joined with names that live outside ledgers and views.
import { DeleteItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { BY_ROLE, grantRolePayload, placeByPerson, placeByRole } from '../../domain/directory/grants.ts';
import type { Directory, Person, ViewRow, Views } from '../../domain/ports.ts';
import { getItem, personKey, type Table, text, textOf } from './table.ts';

/** Names of people, erasable; a person without one is shown by the id. */
export interface Names {
  remember(personId: string, name: string): Promise<void>;
  forget(personId: string): Promise<void>;
}

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

export function dynamoDirectory(table: Table, views: Views): Directory {
  const personOf = async ({ value }: ViewRow): Promise<Person> => {
    const { personId, role, unit } = grantRolePayload.parse(value);
    const name = textOf(await getItem(table, personKey(personId)), 'personName') ?? personId;
    return { id: personId, role, unit, name };
  };

  return {
    async find(id) {
      const { view, partition, sort } = placeByPerson(id);
      const row = await views.get(view, partition, sort);
      return row && personOf(row);
    },

    async holders(role, unit) {
      const prefix = unit === undefined ? '' : placeByRole({ role, unit, personId: '' }).sort;
      const people: Person[] = [];
      let cursor: string | undefined;
      do {
        const page = await views.query(BY_ROLE, role, { prefix, ...(cursor !== undefined && { cursor }) });
        people.push(...(await Promise.all(page.rows.map(personOf))));
        cursor = page.cursor;
      } while (cursor !== undefined);
      return people;
    },
  };
}
