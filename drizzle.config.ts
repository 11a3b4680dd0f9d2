// Makes migrations in drizzle/ from the tables of every slice: npm run db:generate.

import { defineConfig } from 'drizzle-kit'

export default defineConfig({
  dialect: 'sqlite',
  schema: './src/**/schema.ts',
  out: './drizzle',
})
