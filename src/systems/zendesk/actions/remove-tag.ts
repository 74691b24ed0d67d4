import type { ActionImplementation } from '../../system.ts';
import type { ActionTools } from '../action-tools.ts';
import { changeTag } from '../change-tag.ts';

/** `remove tag "…"` */
export const removeTag = (tools: ActionTools): ActionImplementation => changeTag('remove', tools);
