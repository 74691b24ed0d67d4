import { shopifyScenarios } from '../scenarios/shopify.ts';
import { testMatrix } from '../test-matrix.ts';

testMatrix('Shopify', shopifyScenarios);
