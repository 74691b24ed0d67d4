import { hubspotScenarios } from '../scenarios/hubspot.ts';
import { testMatrix } from '../test-matrix.ts';

testMatrix('HubSpot', hubspotScenarios);
