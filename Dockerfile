# The program as it runs in production; data lives in the volume /data.

FROM node:24-slim

ENV NODE_ENV=production HOST=0.0.0.0 DATA_DIR=/data
WORKDIR /app

# The image has its own Node 24: the one npm brings is taken out again (node-cron stays).
COPY package.json package-lock.json .npmrc ./
RUN npm ci --omit=dev \
  && rm -rf node_modules/node-linux-* node_modules/.bin/node \
  && npm cache clean --force

COPY drizzle ./drizzle
COPY src ./src

RUN mkdir /data && chown node:node /data
USER node
VOLUME /data
EXPOSE 8787

HEALTHCHECK --interval=30s --timeout=10s --start-period=20s \
  CMD ["node", "--import", "./src/check-node.mjs", "src/cli.ts", "health"]

# The same line as npm start, without npm, so that signals reach the program.
CMD ["node", "--max-semi-space-size=8", "--import", "./src/check-node.mjs", "src/main.ts"]
