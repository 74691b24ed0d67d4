import type { ActionImplementation } from '../../system.ts';
import type { ActionTools } from '../action-tools.ts';
import { changeTag } from '../change-tag.ts';

/** `add tag "…"` */
export const addTag = (tools: ActionTools): ActionImplementation => changeTag('add', tools);
