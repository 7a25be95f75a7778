// Who holds which posts now and until when, narrowed to the account that is typed; each can be taken away by itself.
import { Button } from 'antd';
import { type HeldPost, writePost } from '../../../domain/directory/post.ts';
import { useReading } from '../../api/use-reading.ts';
import { printDate } from '../../figures/dates.ts';
import { titleOfPost } from '../../sentences/posts.ts';
import { useLanguage, useSay } from '../../text/language.ts';
import { settingsText } from '../../text/operations.ts';
import { Card } from '../parts/card.tsx';
import { Columns } from '../parts/columns.tsx';
import { Region } from '../parts/region.tsx';
import { Scroll } from '../parts/scroll.tsx';
import { GRANTS, type Grants } from './grant-ledger.tsx';

export interface PostOfPerson extends HeldPost {
  readonly personId: string;
  readonly over: boolean;
  readonly apart: boolean;
}

/** More are found by their account. */
const SHOWN = 50;

interface HeldPostsProps {
  /** The account typed, or how it begins. */
  readonly of: string;
  onRevoke(post: PostOfPerson): void;
  onRevokeAll(personId: string): void;
  /** Absent where the district's own issuer knows its people. */
  readonly onInvite: ((personId: string) => void) | undefined;
}

export function HeldPosts({ of, onRevoke, onRevokeAll, onInvite }: HeldPostsProps) {
  const say = useSay();
  const language = useLanguage();
  const reading = useReading<Grants>(GRANTS);
  return (
    <Card
      title={say(settingsText.heldPosts)}
      note={reading.value && `${say(settingsText.holders)} ${reading.value.holders}`}
    >
      <Region reading={reading} path={GRANTS} height={120}>
        {({ posts }) => {
          const found = posts.filter(({ personId }) => personId.startsWith(of));
          const theirs = posts.filter(({ personId }) => personId === of);
          if (found.length === 0) return <p className="muted">{say(settingsText.noPosts)}</p>;
          return (
            <>
              <Scroll>
                <table className="plain">
                  <Columns
                    titles={[settingsText.account, settingsText.post, settingsText.lastDayColumn, settingsText.act]}
                  />
                  <tbody>
                    {found.slice(0, SHOWN).map((post) => (
                      <tr key={`${post.personId} ${writePost(post)}`}>
                        <td className="num">{post.personId}</td>
                        <td>{titleOfPost(post, language)}</td>
                        <td className="num t2">
                          {post.until === undefined ? say(settingsText.openEnded) : printDate(post.until, language)}{' '}
                          {post.over && <span className="tag warn">{say(settingsText.over)}</span>}
                          {post.apart && <span className="tag bad">{say(settingsText.apart)}</span>}
                        </td>
                        <td>
                          <Button
                            danger
                            size="small"
                            aria-label={`${say(settingsText.revoke)} ${post.personId} ${titleOfPost(post, language)}`}
                            onClick={() => onRevoke(post)}
                          >
                            {say(settingsText.takeAway)}
                          </Button>
                        </td>
                      </tr>
                    ))}
                  </tbody>
                </table>
              </Scroll>
              {found.length > SHOWN && <p className="muted">{say(settingsText.narrow)}</p>}
              {theirs.length > 0 && (
                <p className="row-of-buttons">
                  {onInvite && <Button onClick={() => onInvite(of)}>{say(settingsText.invite) + of}</Button>}
                  {theirs.length > 1 && (
                    <Button danger onClick={() => onRevokeAll(of)}>
                      {say(settingsText.revokeAll) + of}
                    </Button>
                  )}
                </p>
              )}
            </>
          );
        }}
      </Region>
    </Card>
  );
}
