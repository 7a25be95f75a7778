// The form of an act is fetched when somebody opens it: no page waits for it.
import { late } from './late.tsx';

export const LateActDrawer = late(() => import('../acts/act-drawer.tsx').then(({ ActDrawer }) => ActDrawer));
