// A port that a function has no hand in: the role of the function has no right to what is behind it either.
import { Fault } from '../../domain/errors.ts';

/** Any use but that of the part handed out is a mistake. */
export function withheld<P extends object>(port: string, part: Partial<P> = {}): P {
  // Whatever is not in the part is refused before it is reached.
  return new Proxy(part as P, {
    get(target, name) {
      if (Object.hasOwn(target, name)) return Reflect.get(target, name);
      throw new Fault('INTERNAL', `this function has no ${port}`);
    },
  });
}
