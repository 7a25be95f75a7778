// Values that are there already or come later. What needs no JSONata goes on at once: a promise for each step of each
// state would cost more than the steps.

export type Eventual<T> = T | Promise<T>;

/** Goes on with the value now if it is there, else when it comes. */
export function onceThere<T, U>(value: Eventual<T>, goOn: (value: T) => Eventual<U>): Eventual<U> {
  return value instanceof Promise ? value.then(goOn) : goOn(value);
}
