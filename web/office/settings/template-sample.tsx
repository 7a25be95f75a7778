// How a kind of paper looks, with the contents of a sample; and the same as a file, to try a printer with.
import { Button } from 'antd';
import { useEffect, useState } from 'react';
import type { DocumentKind } from '../../../domain/paper/catalogue.ts';
import type { Problem } from '../../api/problem.ts';
import { download, pictureUrl } from '../../api/request.ts';
import { Link } from '../../navigation/address.tsx';
import { useSay } from '../../text/language.ts';
import { paperText } from '../../text/papers/page.ts';
import { sampleText } from '../../text/papers/sample.ts';
import { Card } from '../parts/card.tsx';
import { ProblemLine } from '../parts/problem-line.tsx';
import { Scroll } from '../parts/scroll.tsx';
import '../papers/papers.css';

export function TemplateSample({ kind: { code, title } }: { readonly kind: DocumentKind }) {
  const say = useSay();
  const [picture, setPicture] = useState<string>();
  const [failed, setFailed] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const [zoomed, setZoomed] = useState(false);
  const path = `/api/templates/${code}/sample`;
  useEffect(() => {
    let made: string | undefined;
    let left = false;
    void pictureUrl(`${path}?as=PICTURE`).then((url) => {
      if (left) return url && URL.revokeObjectURL(url);
      made = url;
      setPicture(url);
      setFailed(url === undefined);
    });
    return () => {
      left = true;
      if (made !== undefined) URL.revokeObjectURL(made);
    };
  }, [path]);
  return (
    <Card
      title={`${code} ${say(title)}`}
      note={say(sampleText.sample)}
      id="sample"
      aside={<Link href="/settings/templates">{say(sampleText.back)}</Link>}
    >
      {problem && <ProblemLine problem={problem} />}
      <p className="fine">{say(sampleText.lead)}</p>
      <p className="issued-acts">
        <Button type="primary" onClick={async () => setProblem(await download(path))}>
          {say(sampleText.testPrint)}
        </Button>
        {picture && (
          <button type="button" className="ghost" aria-pressed={zoomed} onClick={() => setZoomed(!zoomed)}>
            {say(paperText.zoom)}
          </button>
        )}
      </p>
      {failed && <p className="say warn">{say(sampleText.failed)}</p>}
      {!picture && !failed && <div className="placeholder" style={{ height: 420 }} />}
      {picture && (
        <section className={zoomed ? 'sheet-picture zoomed' : 'sheet-picture'} aria-label={say(sampleText.sample)}>
          <Scroll always>
            <img src={picture} alt={`${say(sampleText.sample)} ${say(title)}`} />
          </Scroll>
        </section>
      )}
    </Card>
  );
}
