# Callscope in an image: the compiled server, its engine, Node and nothing to build or install with.
# lib/cli/container/README.md says how to run it. A release of Node older than this one has known holes.
ARG NODE=24.22.3-trixie-slim

FROM node:${NODE} AS build
WORKDIR /build
ENV NEXT_TELEMETRY_DISABLED=1
COPY package.json package-lock.json .npmrc ./
RUN --mount=type=cache,target=/root/.npm npm ci
COPY . .
# The second prints what the folder weighs, and what is heaviest in it.
RUN npm run build && npm run standalone

FROM node:${NODE}
RUN rm -rf /usr/local/lib/node_modules /usr/local/include /opt/yarn-* \
      /usr/local/bin/npm /usr/local/bin/npx /usr/local/bin/corepack /usr/local/bin/yarn /usr/local/bin/yarnpkg \
 && install -d -o 1000 -g 1000 -m 0700 /data
ENV NODE_ENV=production HOSTNAME=0.0.0.0 PORT=3000 DATA_DIR=/data
WORKDIR /app
COPY --from=build /build/.next/standalone ./
# The account `node` by its number: Kubernetes can then see that it is not root.
USER 1000:1000
VOLUME /data
EXPOSE 3000
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s --start-interval=2s \
  CMD ["node", "lib/cli/container/health.mjs"]
ENTRYPOINT ["node"]
CMD ["lib/cli/serve.mjs", "start"]
