import { testChaos } from '../test-chaos.ts';

testChaos(1001, 1000);
