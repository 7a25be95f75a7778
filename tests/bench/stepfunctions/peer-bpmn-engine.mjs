// bpmn-engine 25, doing the nine functions and the answer from outside: run by the bench in the folder where the package was
// installed. It keeps nothing by itself: its state is written to SQLite, synchronous=FULL, after every activity.
import { randomUUID } from 'node:crypto';
import { EventEmitter } from 'node:events';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import * as elements from 'bpmn-elements';
import { Engine } from 'bpmn-engine';
import BpmnModdle from 'bpmn-moddle';
import { Serializer, TypeResolver } from 'moddle-context-serializer';
import { answerBench } from './peer-work.mjs';

const states = Array.from({ length: 9 }, (_, index) => `S${index + 1}`);
const order = ['begin', ...states, 'answer', 'end'];
const source = `<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" id="nine" targetNamespace="http://bpmn.io/schema/bpmn">
  <process id="process" isExecutable="true">
    <startEvent id="begin" />
    ${states.map((id) => `<serviceTask id="${id}" implementation="\${environment.services.count}" />`).join('\n')}
    <receiveTask id="answer" />
    <endEvent id="end" />
    ${order
      .slice(1)
      .map((id, index) => `<sequenceFlow id="to-${id}" sourceRef="${order[index]}" targetRef="${id}" />`)
      .join('\n')}
  </process>
</definitions>`;
const moddle = await new BpmnModdle().fromXML(source);
const sourceContext = Serializer(moddle, TypeResolver(elements));

const folder = process.argv[2];
mkdirSync(folder, { recursive: true });
const database = new DatabaseSync(join(folder, 'bpmn.db'));
database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL');
database.exec('CREATE TABLE IF NOT EXISTS execution (id TEXT PRIMARY KEY, state TEXT NOT NULL) STRICT');
const save = database.prepare('INSERT OR REPLACE INTO execution VALUES (?, ?)');

function run(input) {
  const id = randomUUID();
  const engine = new Engine({ name: id, sourceContext });
  const listener = new EventEmitter();
  let [execution, value, answer] = [undefined, input, undefined];
  const keep = () => {
    const state = execution?.getState();
    // The definition is the same for all: it is kept once, beside them.
    if (state)
      save.run(
        id,
        JSON.stringify(state, (key, value) => (key === 'source' ? undefined : value)),
      );
  };
  return new Promise((resolve, reject) => {
    listener.on('activity.end', ({ id: activity, content }) => {
      if (activity === 'answer') answer = content.output;
      if (activity !== 'begin') setImmediate(keep);
    });
    listener.on('activity.wait', (waiting) => {
      keep();
      setImmediate(() => waiting.signal({ ok: true }));
    });
    engine.once('error', reject);
    engine.once('end', () => {
      keep();
      resolve({ ...value, ...answer });
    });
    engine
      .execute({
        listener,
        variables: { value: input },
        services: {
          count({ environment }, callback) {
            value = { ...environment.variables.value, n: environment.variables.value.n + 1 };
            environment.variables.value = value;
            setImmediate(callback, null, true);
          },
        },
      })
      .then((started) => {
        execution = started;
      }, reject);
  });
}

await answerBench({
  run,
  stored() {
    database.exec('PRAGMA wal_checkpoint(TRUNCATE)');
    return Number(
      database.prepare('SELECT page_count * page_size AS bytes FROM pragma_page_count(), pragma_page_size()').get()
        .bytes,
    );
  },
  close() {
    database.close();
  },
});
