# Duologue with a current ffmpeg. The library is /data; duologue.yaml is mounted over /app/duologue.yaml.
FROM node:22-bookworm-slim AS packages
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci --omit=dev && npm cache clean --force

FROM node:22-bookworm-slim
RUN apt-get update \
  && apt-get install -y --no-install-recommends ffmpeg tini \
  && rm -rf /var/lib/apt/lists/*
WORKDIR /app
COPY --from=packages /app/node_modules node_modules
COPY . .
RUN install -d -o node -g node /data
ENV NODE_ENV=production DUOLOGUE_HOME=/data
USER node
VOLUME /data
EXPOSE 7474
HEALTHCHECK --interval=30s --timeout=5s --start-period=30s \
  CMD ["node", "-e", "fetch('http://127.0.0.1:7474/healthz').then(answer => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
ENTRYPOINT ["tini", "--", "node", "bin/duologue.js"]
CMD ["serve", "--host", "0.0.0.0"]
