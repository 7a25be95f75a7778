// A picture behind the sign-in: fetched with the token, shown from memory, and let go when it is no longer looked at.
import { useEffect, useState } from 'react';
import { pictureUrl } from '../../api/request.ts';
import { intakeText } from '../../text/intake.ts';
import { useSay } from '../../text/language.ts';
import './page-picture.css';

export function PagePicture({ path, alt, className }: { path: string; alt: string; className?: string }) {
  const say = useSay();
  const [url, setUrl] = useState<string | 'NONE'>();
  useEffect(() => {
    let current = true;
    let made: string | undefined;
    void pictureUrl(path).then((picture) => {
      made = picture;
      if (current) setUrl(picture ?? 'NONE');
      else if (picture) URL.revokeObjectURL(picture);
    });
    return () => {
      current = false;
      if (made) URL.revokeObjectURL(made);
    };
  }, [path]);
  if (url === undefined)
    return <span className="placeholder picture" role="status" aria-label={say(intakeText.loading)} />;
  if (url === 'NONE') return <span className="muted">{say(intakeText.noPicture)}</span>;
  return <img src={url} alt={alt} className={className} />;
}
