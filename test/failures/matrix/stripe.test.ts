import { stripeScenarios } from '../scenarios/stripe.ts';
import { testMatrix } from '../test-matrix.ts';

testMatrix('Stripe', stripeScenarios);
