// A picture behind the sign-in: fetched with the token, shown from memory, and let go when it is no longer looked at.
import { useEffect, useState } from 'react';
import { pictureUrl } from '../../api/request.ts';
import { intakeText } from '../../text/intake.ts';
import { useSay } from '../../text/language.ts';
import './page-picture.css';

interface PictureProps {
  readonly path: string;
  readonly alt: string;
  readonly className?: string;
  /** The path stands for these bytes for good: laid out anew, the picture is not fetched and drawn again. */
  readonly isFixed?: boolean;
}

export function PagePicture({ path, alt, className, isFixed = false }: PictureProps) {
  const say = useSay();
  const [url, setUrl] = useState<string | 'NONE'>();
  useEffect(() => {
    let current = true;
    const picture = hold(path, isFixed);
    void picture.url.then((made) => current && setUrl(made ?? 'NONE'));
    return () => {
      current = false;
      release(path, picture, isFixed ? LINGERS : 0);
    };
  }, [path, isFixed]);
  if (url === undefined)
    return <span className="placeholder picture" role="status" aria-label={say(intakeText.loading)} />;
  if (url === 'NONE') return <span className="muted">{say(intakeText.noPicture)}</span>;
  return <img src={url} alt={alt} className={className} />;
}

interface HeldPicture {
  readonly url: Promise<string | undefined>;
  users: number;
}

/** Milliseconds after it was last seen: from one layout of the page to the next. */
const LINGERS = 3_000;
const held = new Map<string, HeldPicture>();

function hold(path: string, isFixed: boolean): HeldPicture {
  const picture = (isFixed ? held.get(path) : undefined) ?? { url: pictureUrl(path), users: 0 };
  picture.users += 1;
  if (isFixed) held.set(path, picture);
  return picture;
}

function release(path: string, picture: HeldPicture, after: number): void {
  setTimeout(async () => {
    picture.users -= 1;
    if (picture.users > 0) return;
    if (held.get(path) === picture) held.delete(path);
    const url = await picture.url;
    if (url !== undefined) URL.revokeObjectURL(url);
  }, after);
}
