// The page of one paper that is being issued: what is missing in plain words, what the ledger knows, the picture, the act.
import { table as documentTitles } from 'virtual:document-titles';
import { useEffect, useState } from 'react';
import { type DraftObject, filledIn, isDraftObject, schemaFor } from '../../acts/draft.ts';
import type { FormSchema } from '../../acts/form-schema.ts';
import type { PaperKind } from '../../acts/paper-tables.ts';
import { useKeptDraft } from '../../acts/use-kept-draft.ts';
import type { IssuedPaper } from '../../api/issued-paper.ts';
import type { Problem } from '../../api/problem.ts';
import type { ProjectView } from '../../api/project-view.ts';
import { refresh } from '../../api/use-reading.ts';
import { issueSentence } from '../../sentences/papers.ts';
import { useLanguage, useSay } from '../../text/language.ts';
import { withName } from '../../text/papers/page.ts';
import { shellText } from '../../text/shell.ts';
import { Clause } from '../parts/clause.tsx';
import { PageHead } from '../parts/page-head.tsx';
import { ProblemLine } from '../parts/problem-line.tsx';
import { ContentsForm } from './contents-form.tsx';
import { type Edition, EMPTY_EDITION, editionOf } from './edition-fields.tsx';
import { IssuedNow } from './issued-now.tsx';
import { Crumb } from './papers-page.tsx';
import { PreviewCard } from './preview-card.tsx';
import { type PaperOrder, usePrepared } from './use-prepared.ts';

interface IssuePageProps {
  readonly project: ProjectView;
  readonly paper: PaperKind;
}

/** Kept in this tab until it is issued. */
type TypedPaper = { readonly contents: DraftObject; readonly edition: Edition };
const NOTHING_TYPED: TypedPaper = { contents: {}, edition: EMPTY_EDITION };

export function IssuePage({ project, paper }: IssuePageProps) {
  const [schema, setSchema] = useState<FormSchema>();
  useEffect(() => {
    void import('virtual:paper-forms').then(({ table }) => setSchema(table[paper.kind]));
  }, [paper.kind]);
  return schema === undefined ? null : <Issuing project={project} paper={paper} schema={schema} />;
}

function Issuing({ project, paper, schema }: IssuePageProps & { readonly schema: FormSchema }) {
  const say = useSay();
  const language = useLanguage();
  const { projectId, neighbourhood } = project;
  const { kind, clause } = paper;
  const kept = useKeptDraft<TypedPaper>(`paper/${projectId}/${kind}`, NOTHING_TYPED);
  const [previewed, setPreviewed] = useState<string>();
  const [issued, setIssued] = useState<IssuedPaper>();
  const [problem, setProblem] = useState<Problem>();
  const { contents, edition } = kept.draft;
  const asked: PaperOrder = {
    kind,
    contents: filledIn(onlyTyped(schema, contents), contents),
    ...editionOf(edition),
  };
  const { prepared, settled, problem: cannotPrepare, retry } = usePrepared(projectId, asked);
  const order = { ...asked, ...(prepared && { version: asked.version ?? prepared.version }) };
  const name = withName(documentTitles[kind]?.[language] ?? kind, neighbourhood.name);
  const title = language === 'zh' ? `《${name}》` : name;
  const seen = previewed !== undefined && previewed === JSON.stringify(order);
  // What a refusal said of a field stands until the field is checked again.
  const problems = [...((settled && prepared?.missing) || []), ...(problem?.fields ?? [])];
  const change = (part: Partial<TypedPaper>) => {
    setProblem(undefined);
    kept.change({ ...kept.draft, ...part });
  };
  return (
    <div className="papers-page">
      <Crumb projectId={projectId} name={neighbourhood.name} here={`${kind} ${name}`} />
      <PageHead
        sentence={issueSentence(
          {
            title,
            missing: prepared?.missing.length,
            previewed: seen,
            issued,
          },
          language,
        )}
        lead={
          <>
            {neighbourhood.name} · <span className="num">{projectId}</span> <Clause clause={clauseOf(clause)} />
          </>
        }
      />
      {cannotPrepare && (
        <ProblemLine problem={cannotPrepare}>
          <button type="button" className="ghost" onClick={retry}>
            {say(shellText.retry)}
          </button>
        </ProblemLine>
      )}
      {issued ? (
        <IssuedNow
          projectId={projectId}
          paper={issued}
          onAnother={() => {
            setIssued(undefined);
            setPreviewed(undefined);
          }}
        />
      ) : (
        prepared && (
          <div className="issue">
            <ContentsForm
              kind={kind}
              schema={schema}
              prepared={prepared}
              contents={contents}
              edition={edition}
              numbered={paper.numbered}
              problems={problems}
              onContents={(changed) => change({ contents: changed })}
              onEdition={(changed) => change({ edition: changed })}
            />
            <PreviewCard
              projectId={projectId}
              order={order}
              prepared={prepared}
              settled={settled}
              seen={seen}
              problem={problem}
              onSeen={() => setPreviewed(JSON.stringify(order))}
              onProblem={setProblem}
              onIssued={(answer) => {
                kept.sent();
                setIssued(answer);
                void refresh(`/api/projects/${projectId}/papers`);
              }}
            />
          </div>
        )
      )}
    </div>
  );
}

/** What is sent is what was typed and nothing else: the server knows the rest better. */
function onlyTyped(schema: FormSchema, contents: DraftObject): FormSchema {
  const followed = schemaFor(schema, contents);
  const typed = Object.entries(followed.properties ?? {}).filter(
    ([name]) => isDraftObject(contents) && name in contents,
  );
  return { type: 'object', properties: Object.fromEntries(typed), required: [] };
}

/** `二(三)4①` stands in the source as `二(三)4`. */
const clauseOf = (clause: string): string => clause.split('、')[0]?.replace(/[①-⑳]/g, '') ?? clause;
