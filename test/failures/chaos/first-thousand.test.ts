import { testChaos } from '../test-chaos.ts';

testChaos(1, 1000);
