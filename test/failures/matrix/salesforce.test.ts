import { salesforceScenarios } from '../scenarios/salesforce.ts';
import { testMatrix } from '../test-matrix.ts';

testMatrix('Salesforce', salesforceScenarios);
