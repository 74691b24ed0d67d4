import { zendeskScenarios } from '../scenarios/zendesk.ts';
import { testMatrix } from '../test-matrix.ts';

testMatrix('Zendesk', zendeskScenarios);
