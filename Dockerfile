# Two bases, both replaceable: the first needs a JDK 25, the second a Java 25 runtime.
ARG BUILD_IMAGE=eclipse-temurin:25-jdk
ARG RUNTIME_IMAGE=eclipse-temurin:25-jre

FROM ${BUILD_IMAGE} AS build
RUN command -v mvn >/dev/null || { \
      apt-get update && apt-get install -y --no-install-recommends maven \
      && rm -rf /var/lib/apt/lists/*; }
WORKDIR /build
COPY pom.xml ./
COPY src src
COPY models models
RUN mvn -B -ntp -q package -Dmaven.test.skip=true

FROM ${RUNTIME_IMAGE}
LABEL org.opencontainers.image.title="Kindred" \
      org.opencontainers.image.description="Semantic search for collections of abstracts" \
      org.opencontainers.image.licenses="Apache-2.0"
COPY --from=build /build/target/kindred.jar /opt/kindred/kindred.jar
COPY --from=build /build/target/lib /opt/kindred/lib
COPY --from=build /build/models /opt/kindred/models
RUN install -d -o 10001 -g 10001 /data
ENV KINDRED_DATA=/data \
    KINDRED_HOST=0.0.0.0 \
    KINDRED_PORT=8080 \
    KINDRED_MODELS=/opt/kindred/models \
    DJL_CACHE_DIR=/tmp/kindred \
    OPT_OUT_TRACKING=true
USER 10001:10001
VOLUME /data
EXPOSE 8080
HEALTHCHECK --interval=10s --timeout=3s --start-period=30s --retries=3 \
  CMD ["java", "-Xmx16m", "-XX:+UseCompactObjectHeaders", "-Xshare:auto", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-jar", "/opt/kindred/kindred.jar", "health"]
ENTRYPOINT ["java", \
  "--add-modules", "jdk.incubator.vector", \
  "--enable-native-access=ALL-UNNAMED", \
  "--sun-misc-unsafe-memory-access=allow", \
  "-Dai.djl.offline=true", \
  "-XX:MaxRAMPercentage=50", \
  "-XX:+UseSerialGC", \
  "-Xmn96m", \
  "-XX:+UseCompactObjectHeaders", \
  "-XX:+ExitOnOutOfMemoryError", \
  "-jar", "/opt/kindred/kindred.jar"]
CMD ["serve"]
