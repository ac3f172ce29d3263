# Builds and runs Claimgraph: API and explorer on one port. See docker-compose.yml for it together with Neo4j.

FROM node:20.20.2-bookworm-slim AS build
WORKDIR /app
COPY package.json pnpm-lock.yaml pnpm-workspace.yaml .npmrc ./
COPY server/package.json server/
COPY client/package.json client/
COPY tests/package.json tests/
COPY bench/package.json bench/
RUN npx --yes pnpm@10.34.9 install --frozen-lockfile
COPY . .
RUN node server/bin/build.mjs
# The server's own dependencies alone, without what building and testing need.
RUN npx --yes pnpm@10.34.9 --filter=claimgraph --prod --legacy deploy /deployed

FROM node:20.20.2-bookworm-slim
ENV NODE_ENV=production \
    NODE_OPTIONS="--enable-source-maps --max-old-space-size=512" \
    CLAIMGRAPH_DATA=/app/data \
    CLAIMGRAPH_HOST=0.0.0.0
WORKDIR /app
COPY --from=build /deployed/node_modules server/node_modules
COPY --from=build /app/server/package.json server/
COPY --from=build /app/server/dist server/dist
COPY --from=build /app/client/dist client/dist
COPY cypher cypher
RUN mkdir data && chown node:node data
USER node
VOLUME /app/data
EXPOSE 4000
HEALTHCHECK --interval=10s --timeout=5s --start-period=30s \
  CMD ["node", "-e", "fetch('http://127.0.0.1:' + (process.env.PORT || 4000) + '/healthz').then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
# Inside a container it must listen beyond its own loopback; saying so is left to whoever publishes the
# port: docker run -e CLAIMGRAPH_ALLOW_PUBLIC=1 -p 127.0.0.1:4000:4000 ...
CMD ["node", "server/dist/main.mjs", "serve"]
