import { easypostScenarios } from '../scenarios/easypost.ts';
import { testMatrix } from '../test-matrix.ts';

testMatrix('EasyPost', easypostScenarios);
