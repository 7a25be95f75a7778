// The state machines and every version of their definitions: a running execution keeps the version it began with.
import type { Database } from '../../adapters/sqlite/database.ts';
import { type Arns, requireName } from './arns.ts';
import { type Definition, parseDefinition } from './definition.ts';
import { ServiceError } from './errors.ts';
import { nextPage, type Page, pageSize } from './pages.ts';

const SCHEMA = `
  CREATE TABLE IF NOT EXISTS sfn_machine (
    name TEXT PRIMARY KEY, version INTEGER NOT NULL, roleArn TEXT NOT NULL, createdAt INTEGER NOT NULL) STRICT;
  CREATE TABLE IF NOT EXISTS sfn_definition (
    machine TEXT NOT NULL, version INTEGER NOT NULL, text TEXT NOT NULL, PRIMARY KEY (machine, version)) STRICT;`;

interface StateMachine {
  readonly name: string;
  readonly version: number;
  readonly definition: string;
  readonly roleArn: string;
  readonly createdAt: number;
}

export interface CreateStateMachine {
  readonly name: string;
  readonly definition: string;
  readonly roleArn?: string | undefined;
}

export interface UpdateStateMachine {
  readonly stateMachineArn: string;
  readonly definition?: string | undefined;
  readonly roleArn?: string | undefined;
}

export class Machines {
  readonly #database: Database;
  readonly #arns: Arns;
  readonly #now: () => number;
  readonly #definitions = new Map<string, Definition>();
  /** As their rows are: asked for with every start. */
  readonly #current = new Map<string, StateMachine>();

  constructor(database: Database, arns: Arns, now: () => number) {
    this.#database = database;
    this.#arns = arns;
    this.#now = now;
    database.connection.exec(SCHEMA);
  }

  create({ name, definition, roleArn = this.#arns.roleArn }: CreateStateMachine) {
    const stateMachineArn = this.#arns.machine(requireName(name));
    parseDefinition(definition);
    const existing = this.#find(name);
    if (existing && (existing.definition !== definition || existing.roleArn !== roleArn)) {
      throw new ServiceError('StateMachineAlreadyExists', `State Machine Already Exists: '${stateMachineArn}'`);
    }
    const createdAt = existing?.createdAt ?? this.#now();
    if (!existing) {
      this.#database.write(() => {
        // A deleted machine leaves its definitions behind: executions may still be running them.
        const version = this.#addDefinition(name, definition);
        this.#database
          .prepare('INSERT INTO sfn_machine (name, version, roleArn, createdAt) VALUES (?, ?, ?, ?)')
          .run(name, version, roleArn, createdAt);
        this.#changed(name);
      });
    }
    return { stateMachineArn, creationDate: new Date(createdAt) };
  }

  update({ stateMachineArn, definition, roleArn }: UpdateStateMachine) {
    const machine = this.require(stateMachineArn);
    if (definition !== undefined) parseDefinition(definition);
    this.#database.write(() => {
      const changed = definition !== undefined && definition !== machine.definition;
      const version = changed ? this.#addDefinition(machine.name, definition) : machine.version;
      this.#database
        .prepare('UPDATE sfn_machine SET version = ?, roleArn = ? WHERE name = ?')
        .run(version, roleArn ?? machine.roleArn, machine.name);
      this.#changed(machine.name);
    });
    return { updateDate: new Date(this.#now()) };
  }

  deploy({ name, definition }: { name: string; definition: string }) {
    const stateMachineArn = this.#arns.machine(requireName(name));
    if (this.#find(name)) this.update({ stateMachineArn, definition });
    else this.create({ name, definition });
    return { stateMachineArn };
  }

  describe(stateMachineArn: string) {
    const { name, definition, roleArn, createdAt } = this.require(stateMachineArn);
    const creationDate = new Date(createdAt);
    return { stateMachineArn, name, status: 'ACTIVE', definition, roleArn, type: 'STANDARD', creationDate } as const;
  }

  list(page: Page) {
    const rows = this.#database
      .prepare('SELECT name, createdAt FROM sfn_machine WHERE name > ? ORDER BY name LIMIT ?')
      .all(page.nextToken ?? '', pageSize(page));
    const stateMachines = rows.map(({ name, createdAt }) => ({
      stateMachineArn: this.#arns.machine(String(name)),
      name: String(name),
      type: 'STANDARD' as const,
      creationDate: new Date(Number(createdAt)),
    }));
    return { stateMachines, ...nextPage(stateMachines, page, (last) => last.name) };
  }

  remove(stateMachineArn: string) {
    const name = this.#arns.machineName(stateMachineArn);
    this.#database.write(() => {
      this.#database.prepare('DELETE FROM sfn_machine WHERE name = ?').run(name);
      this.#changed(name);
    });
    return {};
  }

  require(stateMachineArn: string): StateMachine {
    const machine = this.#find(this.#arns.machineName(stateMachineArn));
    if (machine) return machine;
    throw new ServiceError('StateMachineDoesNotExist', `State Machine Does Not Exist: '${stateMachineArn}'`);
  }

  definitionText(name: string, version: number): string {
    const row = this.#database
      .prepare('SELECT text FROM sfn_definition WHERE machine = ? AND version = ?')
      .get(name, version);
    if (!row) throw new Error(`definition ${version} of state machine ${name} is missing`);
    return String(row.text);
  }

  definition(name: string, version: number): Definition {
    const key = `${name}:${version}`;
    let definition = this.#definitions.get(key);
    if (!definition) {
      definition = parseDefinition(this.definitionText(name, version));
      this.#definitions.set(key, definition);
    }
    return definition;
  }

  #find(name: string): StateMachine | undefined {
    let machine = this.#current.get(name);
    if (!machine) {
      machine = this.#read(name);
      if (machine) this.#current.set(name, machine);
    }
    return machine;
  }

  /** What is about to change is read again, whether the change is kept or taken back. */
  #changed(name: string): void {
    this.#current.delete(name);
    this.#database.onRollback(() => this.#current.delete(name));
  }

  #read(name: string): StateMachine | undefined {
    const row = this.#database
      .prepare(
        `SELECT m.*, d.text AS definition FROM sfn_machine m
         JOIN sfn_definition d ON d.machine = m.name AND d.version = m.version WHERE m.name = ?`,
      )
      .get(name);
    // A row of our own tables.
    return row as unknown as StateMachine | undefined;
  }

  #addDefinition(name: string, text: string): number {
    const row = this.#database
      .prepare('SELECT coalesce(max(version), 0) + 1 AS version FROM sfn_definition WHERE machine = ?')
      .get(name);
    const version = Number(row?.version);
    this.#database
      .prepare('INSERT INTO sfn_definition (machine, version, text) VALUES (?, ?, ?)')
      .run(name, version, text);
    // A version that is rolled back may come again with another text.
    this.#database.onRollback(() => this.#definitions.delete(`${name}:${version}`));
    return version;
  }
}
