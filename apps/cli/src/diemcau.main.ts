import { Command } from 'commander';
export const program = new Command('diemcau');
