// The last judgement on every rule that was asked, failures first.
import { useState } from 'react';
import type { LedgerView } from '../../api/project-view.ts';
import { useSay } from '../../text/language.ts';
import { projectText } from '../../text/project.ts';
import { Card } from '../parts/card.tsx';
import { FindingList, type ShownFinding } from '../parts/finding-list.tsx';

const SHOWN = 6;
const ORDER = { FAIL: 0, NEEDS_DECISION: 1, WARN: 2, PASS: 3 } as const;

export function Findings({ ledger }: { ledger: LedgerView | undefined }) {
  const say = useSay();
  const [all, showAll] = useState(false);
  const findings = ledger ? lastOnEachRule(ledger) : [];
  return (
    <Card title={say(projectText.findings)} note={say(projectText.findingsNote)} id="findings">
      {findings.length === 0 && <p className="muted">{say(projectText.noFindings)}</p>}
      <FindingList findings={all ? findings : findings.slice(0, SHOWN)} />
      {!all && findings.length > SHOWN && (
        <button type="button" className="ghost" onClick={() => showAll(true)}>
          {say(projectText.showAll)} {findings.length}
        </button>
      )}
    </Card>
  );
}

/** A rule asked again later is answered by the later finding; one act may answer one rule several times. */
function lastOnEachRule({ entries }: LedgerView): readonly ShownFinding[] {
  const last = new Map<string, { readonly seq: number; readonly findings: readonly ShownFinding[] }>();
  for (const { seq, findings } of entries) {
    for (const finding of findings) {
      const before = last.get(finding.rule);
      last.set(finding.rule, {
        seq,
        findings: before?.seq === seq ? [...before.findings, finding] : [finding],
      });
    }
  }
  return [...last.values()]
    .toSorted((a, b) => b.seq - a.seq)
    .flatMap(({ findings }) => findings)
    .toSorted((a, b) => ORDER[a.verdict] - ORDER[b.verdict]);
}
