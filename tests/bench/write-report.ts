// Writes what the bench measured as a page: the promises first, then every section with what it was measured beside.
import type { Figure, Measured, Table } from './figure.ts';

export interface Report {
  /** With its load, before and after. */
  readonly machine: string;
  readonly after: string;
  readonly rounds: number;
  readonly seconds: number;
  readonly sections: readonly (Measured & {
    readonly section: string;
    readonly title: string;
    readonly seconds: number;
  })[];
}

/** Promises of the design that other commands show. */
const SHOWN_ELSEWHERE = [
  ['nothing stuck, nothing lost 无卡住、无丢失', '`npm run chaos`'],
  ['nobody in 无越权', '`npm run chaos:access`'],
  ['same answer later 日后同解', '`npm run replay`'],
] as const;

const number = (value: number): string => (value >= 1000 ? value.toLocaleString('en-US') : String(value));

function row({ what, value, unit, target = '', kept }: Figure): string {
  const verdict = kept === undefined ? '' : kept ? '✓' : '✗';
  return `| ${what} | ${number(value)} ${unit} | ${target} | ${verdict} |`;
}

const HEAD = '| what 项目 | measured 实测 | target 目标 | kept 达成 |\n| --- | ---: | ---: | :---: |';

function markdownOf({ head, rows }: Table): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map((_, index) => (index === 0 ? '---' : '---:'))), ...rows.map(line)].join('\n');
}

/** Each under the name of its section, which it stands without in the summary. */
export function promisesOf(sections: Report['sections']): readonly Figure[] {
  return sections.flatMap(({ section, figures }) =>
    figures.filter(({ kept }) => kept !== undefined).map((one) => ({ ...one, what: `${section}: ${one.what}` })),
  );
}

export function reportOf({ machine, after, rounds, seconds, sections }: Report): string {
  const promised = promisesOf(sections);
  const broken = promised.filter(({ kept }) => kept === false);
  const part = ({ title, seconds: took, table, figures, notes }: Report['sections'][number]) => `
## ${title}
${table ? `\n${markdownOf(table)}\n` : ''}
${HEAD}
${figures.map(row).join('\n')}
${notes.map((note) => `\n- ${note}`).join('')}
${took} s.
`;
  return `# Figures 实测

Written by \`npm run bench\`: medians of ${rounds} alternating rounds, ours beside its peers in the same minutes, ${seconds} s in all.
由 \`npm run bench\` 生成：与同类软件同机交替实测 ${rounds} 轮，取中位数。

- before 之前: ${machine}
- after 之后: ${after}

**${promised.length - broken.length} of ${promised.length} promises kept 达成.**${broken.length > 0 ? ` Not kept 未达成:\n\n${HEAD}\n${broken.map(row).join('\n')}\n` : ''}

Shown by other commands 另有命令证明: ${SHOWN_ELSEWHERE.map(([what, command]) => `${what} ${command}`).join(' · ')}.
${sections.map(part).join('')}`;
}
