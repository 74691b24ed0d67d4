import { customApiScenarios } from '../scenarios/custom-api.ts';
import { testMatrix } from '../test-matrix.ts';

testMatrix('An API that an admin has described', customApiScenarios);
