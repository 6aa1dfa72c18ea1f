/**
 * Property tests draw the same examples on every run, so that a red build is the change's doing. To look further afield, give a
 * seed: `PROPERTY_SEED=$RANDOM npx vitest run tests/messages`.
 */
import { configureGlobal } from 'fast-check';

configureGlobal({ seed: Number(process.env['PROPERTY_SEED'] ?? 20_261_123) });
