import type { Check } from './check.ts';
export const dates: Check = { name: 'dates', find: () => [] };
