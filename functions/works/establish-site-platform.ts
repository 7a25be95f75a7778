// The employer sets up the platform on site.
import { establishSitePlatform as act } from '../../domain/projects/works/establish-site-platform.ts';
import { humanAct } from '../runtime/human-act.ts';

export const establishSitePlatform = humanAct(act);
