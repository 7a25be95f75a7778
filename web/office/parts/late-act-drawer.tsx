// The form of an act is fetched when somebody opens it: no page waits for it.
import { type ComponentProps, lazy, Suspense } from 'react';
import type { ActDrawer } from '../acts/act-drawer.tsx';

const Drawer = lazy(() => import('../acts/act-drawer.tsx').then((act) => ({ default: act.ActDrawer })));

export function LateActDrawer(props: ComponentProps<typeof ActDrawer>) {
  return (
    <Suspense fallback={null}>
      <Drawer {...props} />
    </Suspense>
  );
}
