// The ports of a step that waits for a human act: it keeps the token, nothing more. That an act may be done already is seen
// by the projector, which gets every new wait from the stream of the table, as it gets every new entry.
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { Ports, Workflow } from '../../domain/ports.ts';
import { clock } from './clock.ts';
import type { AwsConfig } from './config.ts';
import { withFaults } from './faults.ts';
import type { Table } from './table.ts';
import { keepWait } from './waits.ts';
import { withheld } from './withheld.ts';

export const openTable = ({ tableName }: AwsConfig): Table => ({
  client: withFaults(new DynamoDBClient()),
  name: tableName,
});

export function waitPorts(table: Table, newId: () => string): Ports {
  return {
    ledger: withheld('ledger'),
    views: withheld('views'),
    papers: withheld('papers'),
    workflow: withheld<Workflow>('workflow', { open: (wait, taskToken) => keepWait(table, wait, taskToken) }),
    outbox: withheld('outbox'),
    directory: withheld('directory'),
    clock,
    seal: withheld('seal'),
    newId,
  };
}
